// SPDX-License-Identifier: Apache-2.0
// The native peers: each a way to take what changed from one replica and to apply it to another.
#pragma once

#include "bench/peers/native_base.h"

// ---- peers
struct Peer {
    std::string ext;
    Db A, B, C;
    virtual ~Peer() {}
    virtual std::string version() { return sqlite3_libversion(); }
    virtual void init(Db&) {}        // once per replica after schema
    virtual void beginLocal(Db&) {}  // around local edit batches
    virtual void endLocal(Db&) {}
    virtual Wire push(Db& dev, Db& srv) = 0;  // everything local not yet sent
    virtual Wire pull(Db& srv, Db& dev) = 0;  // everything of others not yet seen
    virtual std::string note() { return ""; }
    virtual void fin(Db&) {}
};

struct Floor : Peer {  // moves rows by primary key with no metadata; "changed" is told by the harness
    std::vector<const std::vector<Edit>*> log;
    std::map<Db*, size_t> seen;
    bool bulkB = false;
    std::vector<Edit>* pending = nullptr;
    const std::vector<Edit>* cur = nullptr;
    Bytes rowsOf(Db& d) {
        Bytes b;
        for (size_t k = 0; k < TABLES.size(); k++) {
            auto& t = TABLES[k];
            std::string s = "SELECT id";
            for (auto& c : COLS.at(t)) s += "," + c;
            auto p = prep(d, s + " FROM " + t);
            int n = (int)COLS.at(t).size() + 1;
            while (sqlite3_step(p) == SQLITE_ROW) {
                b.push_back((char)k);
                for (int i = 0; i < n; i++) putCol(b, p, i);
            }
            sqlite3_reset(p);
        }
        return b;
    }
    void putRows(Db& d, const Bytes& b) {
        const char *q = b.data(), *e = q + b.size();
        ex(d, "BEGIN");
        while (q < e) {
            auto& t = TABLES[(int)*q++];
            auto p = prep(d, ins(t));
            int n = (int)COLS.at(t).size() + 1;
            for (int i = 1; i <= n; i++) getCol(q, p, i);
            run(d, p);
        }
        ex(d, "COMMIT");
    }
    Bytes editsOf(Db& d, const std::vector<Edit>& es) {
        Bytes b;
        for (auto& e : es) {
            size_t k = 0;
            while (TABLES[k] != e.t) k++;
            std::string s = "SELECT id";
            uint64_t m = 0;
            for (auto& [c, v] : e.set) {
                (void)v;
                auto& cs = COLS.at(e.t);
                for (size_t i = 0; i < cs.size(); i++)
                    if (cs[i] == c) m |= 1ull << i;
            }
            for (size_t i = 0; i < COLS.at(e.t).size(); i++)
                if (m >> i & 1) s += "," + COLS.at(e.t)[i];
            auto p = prep(d, s + " FROM " + e.t + " WHERE id=?");
            sqlite3_bind_text(p, 1, e.id.data(), (int)e.id.size(), SQLITE_STATIC);
            if (sqlite3_step(p) != SQLITE_ROW) die("row");
            b.push_back((char)k);
            putV(b, m);
            int n = sqlite3_column_count(p);
            for (int i = 0; i < n; i++) putCol(b, p, i);
            sqlite3_reset(p);
        }
        return b;
    }
    void putEdits(Db& d, const Bytes& b) {
        const char *q = b.data(), *e = q + b.size();
        ex(d, "BEGIN");
        while (q < e) {
            int k = *q++;
            uint64_t m = getV(q);
            std::string s = "UPDATE " + TABLES[k] + " SET ";
            int n = 1;
            auto& cs = COLS.at(TABLES[k]);
            for (size_t i = 0; i < cs.size(); i++)
                if (m >> i & 1) {
                    s += n > 1 ? "," : "";
                    n++;
                    s += cs[i] + "=?" + std::to_string(n);
                }
            auto p = prep(d, s + " WHERE id=?1");
            for (int i = 1; i <= n; i++) getCol(q, p, i);
            run(d, p);
        }
        ex(d, "COMMIT");
    }
    Wire push(Db& dev, Db& srv) override {
        if (!cur) return ship([&] { return rowsOf(dev); }, [&](const Bytes& b) { putRows(srv, b); });
        auto es = cur;
        return ship([&] { return editsOf(dev, *es); }, [&](const Bytes& b) { putEdits(srv, b); });
    }
    Wire pull(Db& srv, Db& dev) override {
        if (!cur) return ship([&] { return rowsOf(srv); }, [&](const Bytes& b) { putRows(dev, b); });
        auto es = cur;
        return ship([&] { return editsOf(srv, *es); }, [&](const Bytes& b) { putEdits(dev, b); });
    }
};

struct CrSql : Peer {
    std::map<Db*, int64_t> sentV, seenV;
    std::map<Db*, Bytes> site;
    std::string ver = "?";
    bool bySite = true;
    void init(Db& d) override {
        for (auto& t : TABLES) ex(d, "SELECT crsql_as_crr('" + t + "')");
        auto p = prep(d, "SELECT crsql_site_id()");
        sqlite3_step(p);
        site[&d] = Bytes((const char*)sqlite3_column_blob(p, 0), sqlite3_column_bytes(p, 0));
        sqlite3_reset(p);
        sqlite3_stmt* q;
        if (sqlite3_prepare_v2(d.h, "SELECT crsql_sha()", -1, &q, 0) == SQLITE_OK && sqlite3_step(q) == SQLITE_ROW)
            ver = std::string("crsql_sha ") + (const char*)sqlite3_column_text(q, 0);
        sqlite3_finalize(q);
        tsCol = scalar(d, "SELECT count(*) FROM pragma_table_xinfo('crsql_changes') WHERE name='ts'") > 0;
    }
    bool tsCol = false;
    std::map<Db*, std::map<Bytes, int64_t>> seenBy;
    std::string cols() {
        return std::string("\"table\",pk,cid,val,col_version,db_version,site_id,cl,seq") + (tsCol ? ",ts" : "");
    }
    // upstream semantics: db_version of a change in crsql_changes is local to the replica; the superfly
    // fork keeps the origin's version per site, so the cursor is a vector (site -> version).
    Bytes extract(Db& d, bool own, Db* forDev) {
        Bytes b;
        int n = tsCol ? 10 : 9;
        auto emit = [&](sqlite3_stmt* p) {
            while (sqlite3_step(p) == SQLITE_ROW)
                for (int i = 0; i < n; i++) putCol(b, p, i);
            sqlite3_reset(p);
        };
        if (own) {
            auto p = prep(d, "SELECT " + cols() + " FROM crsql_changes WHERE site_id=crsql_site_id() AND db_version>?");
            sqlite3_bind_int64(p, 1, sentV[&d]);
            emit(p);
            sentV[&d] = scalar(d, "SELECT crsql_db_version()");
        } else if (!tsCol) {
            auto p = prep(d, "SELECT " + cols() + " FROM crsql_changes WHERE db_version>? AND site_id IS NOT ?");
            sqlite3_bind_int64(p, 1, seenV[forDev]);
            sqlite3_bind_blob(p, 2, site[forDev].data(), (int)site[forDev].size(), SQLITE_STATIC);
            emit(p);
            seenV[forDev] = scalar(d, "SELECT crsql_db_version()");
        } else
            for (auto o : {&A, &B, &C}) {
                if (o == forDev || !site.count(o)) continue;
                auto p = prep(d, "SELECT " + cols() + " FROM crsql_changes WHERE site_id=? AND db_version>?");
                sqlite3_bind_blob(p, 1, site[o].data(), (int)site[o].size(), SQLITE_STATIC);
                sqlite3_bind_int64(p, 2, seenBy[forDev][site[o]]);
                emit(p);
                auto q = prep(d, "SELECT max(db_version) FROM crsql_db_versions WHERE site_id=?");
                sqlite3_bind_blob(q, 1, site[o].data(), (int)site[o].size(), SQLITE_STATIC);
                if (sqlite3_step(q) == SQLITE_ROW && sqlite3_column_type(q, 0) != SQLITE_NULL)
                    seenBy[forDev][site[o]] = sqlite3_column_int64(q, 0);
                sqlite3_reset(q);
            }
        return b;
    }
    void apply(Db& d, const Bytes& b) {
        int n = tsCol ? 10 : 9;
        ex(d, "BEGIN");
        auto p = prep(d, "INSERT INTO crsql_changes(" + cols() + ") VALUES(?,?,?,?,?,?,?,?,?" + (tsCol ? ",?)" : ")"));
        const char *q = b.data(), *e = q + b.size();
        while (q < e) {
            for (int i = 1; i <= n; i++) getCol(q, p, i);
            run(d, p);
        }
        ex(d, "COMMIT");
    }
    Wire push(Db& dev, Db& srv) override {
        return ship([&] { return extract(dev, true, nullptr); }, [&](const Bytes& b) { apply(srv, b); });
    }
    Wire pull(Db& srv, Db& dev) override {
        return ship([&] { return extract(srv, false, &dev); }, [&](const Bytes& b) { apply(dev, b); });
    }
    std::string version() override { return ver + " on SQLite " + sqlite3_libversion(); }
    void fin(Db& d) override { ex(d, "SELECT crsql_finalize()"); }
};

struct Cloud : Peer {
    std::string ver;
    std::map<Db*, int64_t> sentV, seenV;
    std::map<Db*, Bytes> site;
    void init(Db& d) override {
        for (auto& t : TABLES) ex(d, "SELECT cloudsync_init('" + t + "')");
        auto p = prep(d, "SELECT cloudsync_version(), cloudsync_siteid()");
        sqlite3_step(p);
        ver = (const char*)sqlite3_column_text(p, 0);
        site[&d] = Bytes((const char*)sqlite3_column_blob(p, 1), sqlite3_column_bytes(p, 1));
        sqlite3_reset(p);
    }
    Bytes enc(Db& d, const std::string& where, int64_t v, const Bytes* s) {
        auto p = prep(
            d,
            "SELECT cloudsync_payload_encode(tbl,pk,col_name,col_value,col_version,db_version,site_id,cl,seq) "
            "FROM cloudsync_changes WHERE " +
                where);
        sqlite3_bind_int64(p, 1, v);
        if (s) sqlite3_bind_blob(p, 2, s->data(), (int)s->size(), SQLITE_STATIC);
        Bytes b;
        if (sqlite3_step(p) == SQLITE_ROW && sqlite3_column_type(p, 0) == SQLITE_BLOB)
            b.assign((const char*)sqlite3_column_blob(p, 0), sqlite3_column_bytes(p, 0));
        sqlite3_reset(p);
        return b;
    }
    void app(Db& d, const Bytes& b) {
        if (b.empty()) return;
        auto p = prep(d, "SELECT cloudsync_payload_apply(?)");
        sqlite3_bind_blob(p, 1, b.data(), (int)b.size(), SQLITE_STATIC);
        run(d, p);
    }
    Wire push(Db& dev, Db& srv) override {
        int64_t v = sentV[&dev];
        sentV[&dev] = scalar(dev, "SELECT cloudsync_db_version()");
        return ship([&] { return enc(dev, "site_id=cloudsync_siteid() AND db_version>?", v, nullptr); },
                    [&](const Bytes& b) { app(srv, b); });
    }
    Wire pull(Db& srv, Db& dev) override {
        int64_t v = seenV[&dev];
        seenV[&dev] = scalar(srv, "SELECT cloudsync_db_version()");
        return ship([&] { return enc(srv, "db_version>? AND site_id<>?", v, &site[&dev]); },
                    [&](const Bytes& b) { app(dev, b); });
    }
    std::string version() override { return "cloudsync " + ver + " on SQLite " + sqlite3_libversion(); }
    std::string note() override { return "payload already LZ4-compressed by the extension"; }
    void fin(Db& d) override { ex(d, "SELECT cloudsync_terminate()"); }
};

struct Sess : Peer {
    bool patch;
    std::map<Db*, sqlite3_session*> s;
    std::map<Db*, int64_t> seen;
    std::map<Db*, std::vector<std::pair<void*, int>>> rebase;
    std::map<int64_t, Db*> origin;
    int64_t seq = 0, conflicts = 0;
    explicit Sess(bool p) : patch(p) {}
    void init(Db& d) override {
        if (&d == &B) ex(d, "CREATE TABLE sync_log(seq INTEGER PRIMARY KEY, data BLOB)");
    }
    void beginLocal(Db& d) override {
        if (s[&d]) return;
        if (sqlite3session_create(d.h, "main", &s[&d])) die("session");
        for (auto& t : TABLES) sqlite3session_attach(s[&d], t.c_str());
    }
    static int onA(void* c, int e, sqlite3_changeset_iter*) {
        ++*(int64_t*)c;
        return e == SQLITE_CHANGESET_DATA || e == SQLITE_CHANGESET_CONFLICT ? SQLITE_CHANGESET_REPLACE
                                                                            : SQLITE_CHANGESET_OMIT;
    }  // incoming wins
    static int onC(void* c, int, sqlite3_changeset_iter*) {
        ++*(int64_t*)c;
        return SQLITE_CHANGESET_OMIT;
    }  // local (later) wins
    Bytes take(Db& d) {
        if (!s[&d]) return {};
        int n = 0;
        void* p = nullptr;
        int rc = patch ? sqlite3session_patchset(s[&d], &n, &p) : sqlite3session_changeset(s[&d], &n, &p);
        if (rc) die("changeset");
        Bytes b((char*)p, n);
        sqlite3_free(p);
        sqlite3session_delete(s[&d]);
        s[&d] = nullptr;
        if (!patch)
            for (auto& r : rebase[&d]) {
                sqlite3_rebaser* rb;
                sqlite3rebaser_create(&rb);
                sqlite3rebaser_configure(rb, r.second, r.first);
                int m;
                void* o;
                if (sqlite3rebaser_rebase(rb, (int)b.size(), b.data(), &m, &o)) die("rebase");
                b.assign((char*)o, m);
                sqlite3_free(o);
                sqlite3rebaser_delete(rb);
                sqlite3_free(r.first);
            }
        rebase[&d].clear();
        return b;
    }
    Wire push(Db& dev, Db& srv) override {
        return ship([&] { return take(dev); },
                    [&](const Bytes& b) {
                        ex(srv, "BEGIN");
                        if (sqlite3changeset_apply(srv.h, (int)b.size(), (void*)b.data(), 0, onA, &conflicts))
                            die("apply");
                        auto p = prep(srv, "INSERT INTO sync_log(seq,data) VALUES(?,?)");
                        sqlite3_bind_int64(p, 1, ++seq);
                        sqlite3_bind_blob(p, 2, b.data(), (int)b.size(), SQLITE_STATIC);
                        run(srv, p);
                        ex(srv, "COMMIT");
                        origin[seq] = &dev;
                    });
    }
    Wire pull(Db& srv, Db& dev) override {
        bool local = s[&dev] && !sqlite3session_isempty(s[&dev]);
        return ship(
            [&] {
                Bytes b;
                auto p = prep(srv, "SELECT seq,data FROM sync_log WHERE seq>? ORDER BY seq");
                sqlite3_bind_int64(p, 1, seen[&dev]);
                while (sqlite3_step(p) == SQLITE_ROW) {
                    int64_t q = sqlite3_column_int64(p, 0);
                    seen[&dev] = q;
                    if (origin[q] == &dev) continue;
                    int n = sqlite3_column_bytes(p, 1);
                    uint32_t m = n;
                    b.append((char*)&m, 4);
                    b.append((const char*)sqlite3_column_blob(p, 1), n);
                }
                sqlite3_reset(p);
                return b;
            },
            [&](const Bytes& b) {
                size_t o = 0;
                if (s[&dev]) sqlite3session_enable(s[&dev], 0);
                ex(dev, "BEGIN");
                while (o < b.size()) {
                    uint32_t m;
                    memcpy(&m, b.data() + o, 4);
                    o += 4;
                    void* rb = nullptr;
                    int rn = 0;
                    if (sqlite3changeset_apply_v2(dev.h, (int)m, (void*)(b.data() + o), 0, local ? onC : onA,
                                                  &conflicts, &rb, &rn, 0))
                        die("apply");
                    if (rn && local)
                        rebase[&dev].emplace_back(rb, rn);
                    else
                        sqlite3_free(rb);
                    o += m;
                }
                ex(dev, "COMMIT");
                if (s[&dev]) sqlite3session_enable(s[&dev], 1);
            });
    }
    std::string note() override { return "conflict callbacks: " + std::to_string(conflicts); }
};
