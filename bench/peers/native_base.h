// SPDX-License-Identifier: Apache-2.0
// What the native peers have in common: workload W in memory, SQLite through its C API, the floor's encoding of a batch,
// and one timed transfer.
#pragma once

#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>
#include <sys/stat.h>
#include <time.h>
#include <zstd.h>

#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <unordered_map>
#include <vector>
using json = nlohmann::ordered_json;
using Bytes = std::string;
inline double now() {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}
inline double cpuNow() {
    timespec t{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}
[[noreturn]] inline void die(const std::string& m) {
    std::fprintf(stderr, "FATAL %s\n", m.c_str());
    std::exit(1);
}

inline const std::map<std::string, std::vector<std::string>> COLS = {
    {"household",
     {"grid", "address", "building", "unit", "room", "head", "phone", "housing", "area", "persons", "tags", "note"}},
    {"resident", {"household_id", "name", "gender", "birth", "id_card", "phone", "relation", "job", "health", "note"}},
    {"visit", {"household_id", "resident_id", "visited_at", "kind", "result", "content", "next_due", "visitor"}}};
inline const std::vector<std::string> TABLES = {"household", "resident", "visit"};

struct Edit {
    std::string t, id;
    std::vector<std::pair<std::string, json>> set;
};
struct Row {
    std::string t, id;
    std::vector<json> v;
};
inline std::vector<Row> g_rows;
inline std::vector<Edit> g_a, g_c, g_inc;
inline std::vector<Edit> loadEdits(const std::string& f) {
    std::vector<Edit> r;
    std::ifstream in(f);
    if (!in) die("open " + f);
    for (std::string l; std::getline(in, l);) {
        if (l.empty()) continue;
        auto j = json::parse(l);
        Edit e{j["t"], j["id"], {}};
        for (auto& [k, v] : j["set"].items()) e.set.emplace_back(k, v);
        r.push_back(std::move(e));
    }
    return r;
}
inline void loadData(const std::string& d) {
    std::ifstream in(d + "/rows.ndjson");
    if (!in) die("open rows");
    for (std::string l; std::getline(in, l);) {
        if (l.empty()) continue;
        auto j = json::parse(l);
        Row r{j["t"], j["id"], {}};
        for (auto& c : COLS.at(r.t)) r.v.push_back(j["f"][c]);
        g_rows.push_back(std::move(r));
    }
    g_a = loadEdits(d + "/storm_a.ndjson");
    g_c = loadEdits(d + "/storm_c.ndjson");
    g_inc = loadEdits(d + "/inc.ndjson");
}

// ---- SQLite helpers
struct Db {
    sqlite3* h = nullptr;
    std::string path;
    std::unordered_map<std::string, sqlite3_stmt*> cache;
};
inline void ck(Db& d, int rc, const char* w) {
    if (rc != SQLITE_OK && rc != SQLITE_ROW && rc != SQLITE_DONE) die(std::string(w) + ": " + sqlite3_errmsg(d.h));
}
inline void ex(Db& d, const std::string& s) {
    char* e = nullptr;
    if (sqlite3_exec(d.h, s.c_str(), 0, 0, &e) != SQLITE_OK) die(s.substr(0, 120) + ": " + (e ? e : ""));
}
inline sqlite3_stmt* prep(Db& d, const std::string& s) {
    auto it = d.cache.find(s);
    if (it != d.cache.end()) return it->second;
    sqlite3_stmt* p = nullptr;
    ck(d, sqlite3_prepare_v3(d.h, s.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &p, 0), s.c_str());
    d.cache[s] = p;
    return p;
}
inline void bindJ(sqlite3_stmt* p, int i, const json& v) {
    if (v.is_null())
        sqlite3_bind_null(p, i);
    else if (v.is_number_integer())
        sqlite3_bind_int64(p, i, v.get<int64_t>());
    else if (v.is_number())
        sqlite3_bind_double(p, i, v.get<double>());
    else {
        auto& s = v.get_ref<const std::string&>();
        sqlite3_bind_text(p, i, s.data(), (int)s.size(), SQLITE_STATIC);
    }
}
inline void run(Db& d, sqlite3_stmt* p) {
    int rc = sqlite3_step(p);
    ck(d, rc, "step");
    sqlite3_reset(p);
}
inline bool g_full = false;
inline void openDb(Db& d, const std::string& path) {
    d.path = path;
    for (auto s : {"", "-wal", "-shm"}) std::remove((path + s).c_str());
    if (sqlite3_open(path.c_str(), &d.h)) die("open");
    ex(d, "PRAGMA journal_mode=WAL");
    ex(d, g_full ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
    ex(d, "PRAGMA cache_size=-16384");
    ex(d, "PRAGMA temp_store=MEMORY");
}
inline void schema(Db& d) {
    for (auto& t : TABLES) {
        std::string s = "CREATE TABLE " + t + "(id TEXT PRIMARY KEY NOT NULL";
        for (auto& c : COLS.at(t)) s += "," + c + (c == "area" ? " REAL" : c == "persons" ? " INTEGER" : " TEXT");
        ex(d, s + ")");
    }
    ex(d, "CREATE INDEX visit_by_household ON visit(household_id,visited_at)");
    ex(d, "CREATE INDEX resident_by_household ON resident(household_id)");
}
inline int64_t fileSize(const std::string& p) {
    struct stat s;
    return stat(p.c_str(), &s) ? 0 : (int64_t)s.st_size;
}
inline int64_t ckptSize(Db& d) {
    ex(d, "PRAGMA wal_checkpoint(TRUNCATE)");
    return fileSize(d.path);
}
inline int64_t scalar(Db& d, const std::string& q) {
    sqlite3_stmt* p;
    ck(d, sqlite3_prepare_v2(d.h, q.c_str(), -1, &p, 0), q.c_str());
    sqlite3_step(p);
    int64_t v = sqlite3_column_int64(p, 0);
    sqlite3_finalize(p);
    return v;
}
inline std::string ins(const std::string& t) {
    std::string s = "INSERT INTO " + t + "(id", q = "?";
    for (auto& c : COLS.at(t)) {
        s += "," + c;
        q += ",?";
    }
    return s + ") VALUES(" + q + ")";
}
inline std::string upd(const Edit& e) {
    std::string s = "UPDATE " + e.t + " SET ";
    bool f = true;
    for (auto& [k, v] : e.set) {
        (void)v;
        s += (f ? "" : ",") + k + "=?";
        f = false;
    }
    return s + " WHERE id=?";
}
inline void applyEdits(Db& d, const std::vector<Edit>& es) {
    for (auto& e : es) {
        auto p = prep(d, upd(e));
        int i = 1;
        for (auto& [k, v] : e.set) {
            (void)k;
            bindJ(p, i++, v);
        }
        sqlite3_bind_text(p, i, e.id.data(), (int)e.id.size(), SQLITE_STATIC);
        run(d, p);
    }
}

// ---- compact self-describing value encoding used for floor and crsqlite batches
inline void putV(Bytes& b, uint64_t v) {
    while (v >= 128) {
        b.push_back((char)(v | 128));
        v >>= 7;
    }
    b.push_back((char)v);
}
inline uint64_t getV(const char*& p) {
    uint64_t v = 0;
    int s = 0;
    for (;; s += 7) {
        unsigned char c = *p++;
        v |= (uint64_t)(c & 127) << s;
        if (c < 128) return v;
    }
}
inline void putCol(Bytes& b, sqlite3_stmt* p, int i) {
    switch (sqlite3_column_type(p, i)) {
        case SQLITE_NULL: b.push_back(0); break;
        case SQLITE_INTEGER: {
            int64_t v = sqlite3_column_int64(p, i);
            b.push_back(1);
            putV(b, ((uint64_t)v << 1) ^ (uint64_t)(v >> 63));
            break;
        }
        case SQLITE_FLOAT: {
            double v = sqlite3_column_double(p, i);
            b.push_back(2);
            b.append((char*)&v, 8);
            break;
        }
        case SQLITE_TEXT: {
            auto t = (const char*)sqlite3_column_text(p, i);
            int n = sqlite3_column_bytes(p, i);
            b.push_back(3);
            putV(b, n);
            b.append(t, n);
            break;
        }
        default: {
            auto t = (const char*)sqlite3_column_blob(p, i);
            int n = sqlite3_column_bytes(p, i);
            b.push_back(4);
            putV(b, n);
            b.append(t ? t : "", n);
        }
    }
}
inline void getCol(const char*& q, sqlite3_stmt* p, int i) {
    switch (*q++) {
        case 0: sqlite3_bind_null(p, i); break;
        case 1: {
            uint64_t u = getV(q);
            sqlite3_bind_int64(p, i, (int64_t)(u >> 1) ^ -(int64_t)(u & 1));
            break;
        }
        case 2: {
            double v;
            memcpy(&v, q, 8);
            q += 8;
            sqlite3_bind_double(p, i, v);
            break;
        }
        case 3: {
            uint64_t n = getV(q);
            sqlite3_bind_text(p, i, q, (int)n, SQLITE_STATIC);
            q += n;
            break;
        }
        default: {
            uint64_t n = getV(q);
            sqlite3_bind_blob(p, i, q, (int)n, SQLITE_STATIC);
            q += n;
        }
    }
}
inline Bytes zc(const Bytes& b) {
    Bytes o(ZSTD_compressBound(b.size()), 0);
    size_t n = ZSTD_compress(o.data(), o.size(), b.data(), b.size(), 3);
    if (ZSTD_isError(n)) die("zstd");
    o.resize(n);
    return o;
}
inline Bytes zd(const Bytes& b) {
    auto n = ZSTD_getFrameContentSize(b.data(), b.size());
    Bytes o(n, 0);
    size_t m = ZSTD_decompress(o.data(), n, b.data(), b.size());
    if (m != n) die("unzstd");
    return o;
}
struct Wire {
    double ext = 0, zip = 0, apply = 0, cpu = 0;  // cpu: what processors worked for extract and apply
    int64_t raw = 0, z = 0;
};
// One transfer: extract at the source, compress, decompress, apply at the target.
inline Wire ship(const std::function<Bytes()>& extract, const std::function<void(const Bytes&)>& apply) {
    Wire w;
    double t = now(), c = cpuNow();
    Bytes b = extract();
    w.ext = now() - t;
    w.cpu = cpuNow() - c;
    t = now();
    Bytes z = zc(b);
    Bytes back = zd(z);
    w.zip = now() - t;
    w.raw = b.size();
    w.z = z.size();
    t = now();
    c = cpuNow();
    apply(back);
    w.apply = now() - t;
    w.cpu += cpuNow() - c;
    return w;
}
