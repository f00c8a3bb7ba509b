// SPDX-License-Identifier: Apache-2.0
#include "tests/syncserver/postgres/cluster.h"

#include <pwd.h>
#include <unistd.h>

#include <csignal>
#include <stdexcept>

namespace qiaomen::tests {

namespace {

constexpr auto kPatience = std::chrono::minutes(2);
const std::string kPrograms = "/usr/lib/postgresql/15/bin/";

/// The command as somebody who is not root; ended with the test program, however that ends.
std::vector<std::string> unprivileged(std::vector<std::string> command) {
    std::vector<std::string> prefix = {"setpriv", "--pdeathsig", "INT"};
    if (geteuid() == 0) prefix.insert(prefix.end(), {"--reuid", "postgres", "--regid", "postgres", "--clear-groups"});
    prefix.insert(prefix.end(), command.begin(), command.end());
    return prefix;
}

std::string userName() {
    if (geteuid() == 0) return "postgres";
    const passwd* user = getpwuid(geteuid());
    if (!user) throw std::runtime_error("this user has no name");
    return user->pw_name;
}

}  // namespace

Cluster& Cluster::get() {
    static Cluster cluster;
    return cluster;
}

Cluster::Cluster() {
    std::string pattern = (std::filesystem::temp_directory_path() / "qiaomen-pg-XXXXXX").string();
    if (!mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder for PostgreSQL");
    folder_ = pattern;
    if (geteuid() == 0) {
        const passwd* postgres = getpwnam("postgres");
        if (!postgres || chown(folder_.c_str(), postgres->pw_uid, postgres->pw_gid) != 0) {
            throw std::runtime_error("there is no user postgres: is the package postgresql-15 installed?");
        }
    }
    processes::run({.command = unprivileged({kPrograms + "initdb", "--pgdata", (folder_ / "data").string(),
                                             "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync",
                                             "--no-instructions", "--data-checksums"}),
                    .errors = folder_ / "initdb.txt"});
    start();
}

Cluster::~Cluster() {
    stop();
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

void Cluster::start() {
    const std::string command = "cd / && exec " + kPrograms +
                                "postgres -D \"$0/data\" -k \"$0\" -c listen_addresses= -c log_min_messages=log "
                                "-c log_checkpoints=off -c shared_buffers=32MB -c max_connections=64 2>&1";
    server_ = std::make_unique<processes::Process>(processes::Process::Options{
        .command = unprivileged({"/bin/sh", "-c", command, folder_.string()}), .errors = folder_ / "server.txt"});
    waitUntilReady();
}

void Cluster::stop() {
    if (!server_) return;
    server_->signal(SIGINT);
    server_->wait();
    server_.reset();
}

void Cluster::waitUntilReady() {
    while (const auto line = server_->readLine(kPatience)) {
        if (line->find("ready to accept connections") != std::string::npos) return;
    }
    throw std::runtime_error("PostgreSQL did not start");
}

PgAddress Cluster::freshAddress() {
    return {"host=" + folder_.string() + " dbname=postgres user=" + userName(), "schema" + std::to_string(++schemas_)};
}

std::string Cluster::freshDatabase() {
    const std::string name = "story" + std::to_string(++schemas_);
    connect(freshAddress())->script("CREATE DATABASE " + name);
    return "host=" + folder_.string() + " dbname=" + name + " user=" + userName();
}

void Cluster::killBackend(int pid) {
    if (pid <= 0 || kill(pid, SIGKILL) != 0)
        throw std::runtime_error("the process behind the connection is gone already");
    waitUntilReady();
}

}  // namespace qiaomen::tests
