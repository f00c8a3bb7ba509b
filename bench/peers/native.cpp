// SPDX-License-Identifier: Apache-2.0
// Native SQLite-based peers on workload W, all driven through the C API of the system SQLite:
//   floor      plain tables, prepared statements, one transaction a batch (no merge metadata at all)
//   session    SQLite session extension: changesets + rebaser, server keeps a log of blobs
//   patchset   the same with patchsets applied in server order (row blobs, no old values)
//   crsqlite   cr-sqlite loadable extension            --ext FILE
//   cloudsync  sqlite-sync (cloudsync) loadable ext.   --ext FILE
// Replicas: A (device), B (server), C (device).  One process, files on disk, no sockets: the
// bytes reported are the serialized change batches, raw and after zstd level 3.
// usage: native PEER DATADIR WORKDIR [--ext FILE] [--full 0|1]   -> one JSON line
#include "bench/peers/native_peers.h"

// ---- measures
static uint64_t digest(Db& d) {
    uint64_t h = 1469598103934665603ull;
    for (auto& t : TABLES) {
        std::string s = "SELECT id";
        for (auto& c : COLS.at(t)) s += "," + c;
        sqlite3_stmt* p;
        ck(d, sqlite3_prepare_v2(d.h, (s + " FROM " + t + " ORDER BY id").c_str(), -1, &p, 0), "digest");
        Bytes b;
        while (sqlite3_step(p) == SQLITE_ROW) {
            b.clear();
            for (int i = 0; i < sqlite3_column_count(p); i++) putCol(b, p, i);
            for (unsigned char c : b) {
                h ^= c;
                h *= 1099511628211ull;
            }
        }
        sqlite3_finalize(p);
    }
    return h;
}
struct Loss {
    int aOnly = 0, cOnly = 0, winA = 0, winC = 0, other = 0;
};
static Loss loss(Db& d) {
    Loss l;
    auto p = prep(d, "SELECT result,content,next_due FROM visit WHERE id=?");
    for (size_t i = 0; i < g_a.size(); i++) {
        sqlite3_bind_text(p, 1, g_a[i].id.data(), (int)g_a[i].id.size(), SQLITE_STATIC);
        if (sqlite3_step(p) != SQLITE_ROW) die("loss");
        auto col = [&](int k) {
            auto s = (const char*)sqlite3_column_text(p, k);
            return std::string(s ? s : "");
        };
        l.aOnly += col(0) == g_a[i].set[0].second.get<std::string>();
        l.cOnly += col(2) == g_c[i].set[1].second.get<std::string>();
        auto v = col(1);
        if (v == g_a[i].set[1].second.get<std::string>())
            l.winA++;
        else if (v == g_c[i].set[0].second.get<std::string>())
            l.winC++;
        else
            l.other++;
        sqlite3_reset(p);
    }
    return l;
}
static json wj(const Wire& w) {
    auto r = [](double x) { return std::round(x * 100) / 100; };
    return {{"ms", r(w.ext + w.apply)},
            {"cpu_ms", r(w.cpu)},
            {"extract_ms", r(w.ext)},
            {"zstd_ms", r(w.zip)},
            {"apply_ms", r(w.apply)},
            {"raw", w.raw},
            {"zstd", w.z}};
}

int main(int argc, char** argv) {
    if (argc < 4) die("usage: native PEER DATADIR WORKDIR [--ext FILE] [--full 1]");
    std::string peer = argv[1], data = argv[2], work = argv[3], ext;
    for (int i = 4; i + 1 < argc; i += 2) {
        if (!strcmp(argv[i], "--ext")) ext = argv[i + 1];
        if (!strcmp(argv[i], "--full")) g_full = atoi(argv[i + 1]);
    }
    loadData(data);
    Peer* P = nullptr;
    Floor* F = nullptr;
    if (peer == "floor")
        P = F = new Floor;
    else if (peer == "session")
        P = new Sess(false);
    else if (peer == "patchset")
        P = new Sess(true);
    else if (peer == "crsqlite")
        P = new CrSql;
    else if (peer == "cloudsync")
        P = new Cloud;
    else
        die("unknown peer " + peer);
    auto open = [&](Db& d, const char* n) {
        openDb(d, work + "/" + peer + "_" + n + ".db");
        if (!ext.empty()) {
            sqlite3_enable_load_extension(d.h, 1);
            char* e = nullptr;
            if (sqlite3_load_extension(d.h, ext.c_str(), peer == "crsqlite" ? "sqlite3_crsqlite_init" : nullptr, &e))
                die(std::string("load ") + (e ? e : "?"));
        }
        schema(d);
        P->init(d);
    };
    open(P->A, "a");
    open(P->B, "b");
    json o;
    auto r2 = [](double x) { return std::round(x * 100) / 100; };
    // W1
    double t = now();
    P->beginLocal(P->A);
    ex(P->A, "BEGIN");
    for (auto& r : g_rows) {
        auto p = prep(P->A, ins(r.t));
        sqlite3_bind_text(p, 1, r.id.data(), (int)r.id.size(), SQLITE_STATIC);
        int i = 2;
        for (auto& v : r.v) bindJ(p, i++, v);
        run(P->A, p);
    }
    ex(P->A, "COMMIT");
    P->endLocal(P->A);
    double w1 = now() - t;
    int64_t szA = ckptSize(P->A);
    // W2 push A -> B
    Wire w2 = P->push(P->A, P->B);
    int64_t szB = ckptSize(P->B);
    // W3 fresh device C from B (open, schema and metadata included)
    t = now();
    open(P->C, "c");
    double w3open = now() - t;
    Wire w3 = P->pull(P->B, P->C);
    bool eq3 = digest(P->A) == digest(P->B) && digest(P->B) == digest(P->C);
    {
        Wire x = F ? Wire{} : P->pull(P->B, P->A);
        (void)x;
    }  // A's cursor up to date (nothing new expected)
    // floor only: bootstrap as a file copy
    int64_t snapRaw = 0, snapZ = 0;
    double snapMs = 0;
    if (F) {
        t = now();
        std::remove((work + "/snap.db").c_str());
        ex(P->B, "VACUUM INTO '" + work + "/snap.db'");
        std::ifstream in(work + "/snap.db", std::ios::binary);
        Bytes b((std::istreambuf_iterator<char>(in)), {});
        Bytes z = zc(b);
        snapRaw = b.size();
        snapZ = z.size();
        Bytes back = zd(z);
        std::ofstream of(work + "/snap2.db", std::ios::binary);
        of << back;
        of.close();
        snapMs = now() - t;
    }
    // W4 storm
    auto local = [&](Db& d, const std::vector<Edit>& es) {
        double t0 = now();
        P->beginLocal(d);
        ex(d, "BEGIN");
        applyEdits(d, es);
        ex(d, "COMMIT");
        P->endLocal(d);
        return now() - t0;
    };
    double eA = local(P->A, g_a), eC = local(P->C, g_c);
    std::vector<Wire> st;
    bool sess = peer == "session" || peer == "patchset";
    t = now();
    if (F) {
        F->cur = &g_a;
        st.push_back(P->push(P->A, P->B));
        F->cur = &g_c;
        st.push_back(P->push(P->C, P->B));
        st.push_back(P->pull(P->B, P->A));
        std::vector<Edit> only;
        for (auto& e : g_a) only.push_back({e.t, e.id, {e.set[0]}});
        F->cur = &only;
        st.push_back(P->pull(P->B, P->C));
        F->cur = nullptr;
    } else {
        st.push_back(P->push(P->A, P->B));
        if (sess) {
            st.push_back(P->pull(P->B, P->C));
            st.push_back(P->push(P->C, P->B));
            st.push_back(P->pull(P->B, P->A));
        } else {
            st.push_back(P->push(P->C, P->B));
            st.push_back(P->pull(P->B, P->A));
            st.push_back(P->pull(P->B, P->C));
        }
    }
    if (sess && peer == "patchset") {}
    double w4wall = now() - t;
    Wire w4;
    for (auto& w : st) {
        w4.ext += w.ext;
        w4.cpu += w.cpu;
        w4.apply += w.apply;
        w4.zip += w.zip;
        w4.raw += w.raw;
        w4.z += w.z;
    }
    bool conv = digest(P->A) == digest(P->B) && digest(P->B) == digest(P->C);
    Loss lA = loss(P->A), lB = loss(P->B), lC = loss(P->C);
    // W5: 10 rows on A -> B -> C
    double e5 = local(P->A, g_inc);
    if (F) F->cur = &g_inc;
    Wire p5 = P->push(P->A, P->B), q5 = P->pull(P->B, P->C);
    int same = 0;
    for (auto& e : g_inc) {
        std::string s = "SELECT " + e.set[0].first + " FROM " + e.t + " WHERE id=?";
        auto p = prep(P->C, s);
        sqlite3_bind_text(p, 1, e.id.data(), (int)e.id.size(), SQLITE_STATIC);
        if (sqlite3_step(p) == SQLITE_ROW && sqlite3_column_text(p, 0) &&
            e.set[0].second.get<std::string>() == (const char*)sqlite3_column_text(p, 0))
            same++;
        sqlite3_reset(p);
    }
    // W1s: single-row transactions, one field each, on A
    size_t N = std::min<size_t>(1000, g_a.size());
    P->beginLocal(P->A);
    t = now();
    for (size_t i = 0; i < N; i++) {
        auto p = prep(P->A, "UPDATE visit SET visitor=? WHERE id=?");
        std::string v = "网格员" + std::to_string(i);
        sqlite3_bind_text(p, 1, v.data(), (int)v.size(), SQLITE_STATIC);
        sqlite3_bind_text(p, 2, g_a[i].id.data(), (int)g_a[i].id.size(), SQLITE_STATIC);
        run(P->A, p);
    }
    double w1s = now() - t;
    int64_t endA = ckptSize(P->A), endB = ckptSize(P->B);
    o = {{"peer", peer},
         {"version", P->version()},
         {"sync", g_full ? "FULL" : "NORMAL"},
         {"rows", g_rows.size()},
         {"w1_ms", r2(w1)},
         {"w1_rows_s", std::round(g_rows.size() / w1 * 1000)},
         {"w1s_tx_s", std::round(N / w1s * 1000)},
         {"w2", wj(w2)},
         {"w3_open_ms", r2(w3open)},
         {"w3", wj(w3)},
         {"w3_equal", eq3},
         {"w4_edit_ms", r2(eA + eC)},
         {"w4", wj(w4)},
         {"w4_wall_ms", r2(w4wall)},
         {"w4_converged", conv}};
    auto lj = [](const Loss& l) {
        return json{{"a_only_kept", l.aOnly},
                    {"c_only_kept", l.cOnly},
                    {"shared_A", l.winA},
                    {"shared_C", l.winC},
                    {"shared_neither", l.other}};
    };
    o["w4_A"] = lj(lA);
    o["w4_B"] = lj(lB);
    o["w4_C"] = lj(lC);
    o["w5_edit_ms"] = r2(e5);
    o["w5_push"] = wj(p5);
    o["w5_pull"] = wj(q5);
    o["w5_arrived"] = same;
    o["size_A"] = szA;
    o["size_B"] = szB;
    o["size_end_A"] = endA;
    o["size_end_B"] = endB;
    if (F) {
        o["snapshot"] = {{"ms", r2(snapMs)}, {"raw", snapRaw}, {"zstd", snapZ}};
    }
    o["note"] = P->note();
    std::cout << o.dump() << std::endl;
    std::cout.flush();
    std::_Exit(0);
}
