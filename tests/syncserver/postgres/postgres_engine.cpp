// SPDX-License-Identifier: Apache-2.0
#include "tests/syncserver/postgres/postgres_engine.h"

#include "tests/syncserver/story.h"

namespace qiaomen::tests {

namespace {

Result<std::unique_ptr<PostgresGridStore>> tryStore(const PgAddress& address, Collections collections) {
    return PostgresGridStore::open(
        {.address = address, .collections = collections, .random = machineRandom(), .connections = 12});
}

class PostgresTestStore : public TestStore {
public:
    explicit PostgresTestStore(Collections collections) { must(restart(collections)); }
    ~PostgresTestStore() override {
        store_.reset();
        second_.reset();
        Cluster::get().connect(address_)->script("DROP SCHEMA \"" + address_.schema + "\" CASCADE");
    }

    GridStore& store() override { return *store_; }
    GridStore& secondServer() override {
        if (!second_) second_ = openStore(address_, collections_);
        return *second_;
    }

    Outcome restart(Collections collections) override {
        store_.reset();
        second_.reset();
        collections_ = collections;
        auto opened = tryStore(address_, collections);
        if (!opened) return opened.error();
        store_ = *std::move(opened);
        return Done{};
    }

    void tamper(const GridId& /*grid*/, const std::string& sql) override {
        Cluster::get().connect(address_)->script(sql);
    }
    std::string literal(std::string_view bytes) const override { return "'\\x" + hex(bytes) + "'"; }

private:
    PgAddress address_ = Cluster::get().freshAddress();
    Collections collections_;
    std::unique_ptr<PostgresGridStore> store_;
    std::unique_ptr<PostgresGridStore> second_;
};

}  // namespace

std::unique_ptr<PostgresGridStore> openStore(const PgAddress& address, Collections collections) {
    return must(tryStore(address, collections));
}

std::unique_ptr<TestStore> makePostgresTestStore(Collections collections) {
    return std::make_unique<PostgresTestStore>(collections);
}

}  // namespace qiaomen::tests
