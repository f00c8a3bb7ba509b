// SPDX-License-Identifier: Apache-2.0
// In-memory CRDT libraries on workload W: one document for the grid, map of tables -> map of rows
// -> map of fields.  No disk, no sockets: bytes are the encoded updates, raw and after zstd -3.
// usage: node crdt.mjs DATADIR WORKDIR --peer yjs|loro|automerge|tinybase
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { args, load, now, r2, time, zstd, loss, same, arrived } from './common.mjs';
const base = process.env.PEERS_NODE_MODULES || process.cwd(),
  require = createRequire(join(base, 'x.js'));
const imp = async (n) => import(pathToFileURL(require.resolve(n)));
const ver = (n) => JSON.parse(require('fs').readFileSync(join(base, 'node_modules', n, 'package.json'))).version;
const { data, work, opt } = args(),
  w = load(data),
  name = opt.peer;

const peers = {
  async yjs() {
    const Y = require('yjs');
    return {
      version: 'yjs ' + ver('yjs'),
      make: () => new Y.Doc({ gc: true }),
      insert: (d, rows) => (
        d.transact(() => {
          for (const r of rows) {
            const m = new Y.Map();
            for (const k in r.f) m.set(k, r.f[k]);
            d.getMap(r.t).set(r.id, m);
          }
        }),
        d
      ),
      edit: (d, es) => (
        d.transact(() => {
          for (const e of es) {
            const m = d.getMap(e.t).get(e.id);
            for (const k in e.set) m.set(k, e.set[k]);
          }
        }),
        d
      ),
      cursor: (d) => Y.encodeStateVector(d),
      diff: (d, c) => Y.encodeStateAsUpdate(d, c),
      apply: (d, b) => (Y.applyUpdate(d, b), d),
      get: (d) => (t, id) => d.getMap(t).get(id).toJSON(),
      save: (d) => Y.encodeStateAsUpdate(d),
    };
  },
  async loro() {
    const L = require('loro-crdt');
    return {
      version: 'loro-crdt ' + ver('loro-crdt'),
      make: (n) => {
        const d = new L.LoroDoc();
        d.setPeerId(BigInt(n));
        return d;
      },
      insert: (d, rows) => {
        for (const r of rows) {
          const m = d.getMap(r.t).setContainer(r.id, new L.LoroMap());
          for (const k in r.f) m.set(k, r.f[k]);
        }
        d.commit();
        return d;
      },
      edit: (d, es) => {
        for (const e of es) {
          const m = d.getMap(e.t).get(e.id);
          for (const k in e.set) m.set(k, e.set[k]);
        }
        d.commit();
        return d;
      },
      cursor: (d) => d.oplogVersion(),
      cursorBytes: (c) => c.encode().length,
      diff: (d, c) => d.export({ mode: 'update', from: c }),
      boot: (d) => d.export({ mode: 'snapshot' }),
      apply: (d, b) => (d.import(b), d),
      get: (d) => (t, id) => d.getMap(t).get(id).toJSON(),
      save: (d) => d.export({ mode: 'snapshot' }),
    };
  },
  async automerge() {
    const A = require('@automerge/automerge');
    return {
      version: '@automerge/automerge ' + ver('@automerge/automerge'),
      make: (n) => A.init({ actor: String(n).padStart(32, '0') }),
      insert: (d, rows) =>
        A.change(d, (x) => {
          for (const r of rows) {
            x[r.t] ??= {};
            x[r.t][r.id] = Object.fromEntries(
              Object.entries(r.f).map(([k, v]) => [k, typeof v === 'string' ? new A.ImmutableString(v) : v]),
            );
          }
        }),
      edit: (d, es) =>
        A.change(d, (x) => {
          for (const e of es) for (const k in e.set) x[e.t][e.id][k] = new A.ImmutableString(e.set[k]);
        }),
      cursor: (d) => A.getHeads(d),
      cursorBytes: (c) => c.length * 32,
      diff: (d, c) => A.saveSince(d, c),
      boot: (d) => A.save(d),
      apply: (d, b) => A.loadIncremental(d, b),
      get: (d) => (t, id) =>
        Object.fromEntries(
          Object.entries(d[t][id]).map(([k, v]) => [k, v && typeof v === 'object' ? v.toString() : v]),
        ),
      save: (d) => A.save(d),
    };
  },
  async tinybase() {
    const T = await imp('tinybase');
    return {
      version: 'tinybase ' + ver('tinybase'),
      make: (n) => T.createMergeableStore('dev' + n),
      sync: true,
      T,
      insert: (d, rows) => (
        d.transaction(() => {
          for (const r of rows) {
            const o = {};
            for (const k in r.f) if (r.f[k] !== null) o[k] = r.f[k];
            d.setRow(r.t, r.id, o);
          }
        }),
        d
      ),
      edit: (d, es) => (
        d.transaction(() => {
          for (const e of es) d.setPartialRow(e.t, e.id, e.set);
        }),
        d
      ),
      get: (d) => (t, id) => {
        const o = d.getRow(t, id),
          r = { ...o };
        for (const k of KEYS[t]) r[k] ??= null;
        return r;
      },
      save: (d) => Buffer.from(JSON.stringify(d.getMergeableContent())),
    };
  },
};
const KEYS = {};
for (const r of w.rows) KEYS[r.t] ??= Object.keys(r.f);
const P = await peers[name]();
const z = (b) => (b.length ? zstd(Buffer.from(b)) : 0);
const D = { A: P.make(1), B: P.make(2), C: null };
let ship;
if (P.sync) {
  // TinyBase: two synchronizers over an in-process channel; messages JSON-encoded to count bytes
  ship = async (from, to) => {
    let raw = 0,
      n = 0;
    const all = [],
      rec = {},
      mk = (id, other) =>
        P.T &&
        sync.createCustomSynchronizer(
          D[id],
          (toId, reqId, msg, body) => {
            const s = JSON.stringify([toId, reqId, msg, body], (k, v) => (v === undefined ? '\uFFFC' : v));
            raw += Buffer.byteLength(s);
            n++;
            all.push(s);
            const m = JSON.parse(s, (k, v) => (v === '\uFFFC' ? undefined : v));
            setTimeout(() => rec[other]?.(id, m[1], m[2], m[3]), 0);
          },
          (r) => {
            rec[id] = r;
          },
          () => {},
          60,
        );
    const sync = await imp('tinybase/synchronizers');
    const t = now(),
      s1 = mk(from, to),
      s2 = mk(to, from);
    await Promise.all([s1.startSync(), s2.startSync()]);
    let last = -1;
    while (last !== n) {
      last = n;
      await new Promise((r) => setTimeout(r, 0));
      await new Promise((r) => setImmediate(r));
      await new Promise((r) => setTimeout(r, 2));
    }
    const ms = now() - t;
    await s1.destroy();
    await s2.destroy();
    return { ms: r2(ms), raw, zstd: z(Buffer.from(all.join('\n'))), messages: n };
  };
} else
  ship = async (from, to, boot) => {
    const c = P.cursor(D[to]),
      cb = P.cursorBytes ? P.cursorBytes(c) : c.length;
    const [e, b] = await time(() => (boot && P.boot ? P.boot(D[from]) : P.diff(D[from], c)));
    const [a, nd] = await time(() => P.apply(D[to], b));
    D[to] = nd;
    return { ms: r2(e + a), extract_ms: r2(e), apply_ms: r2(a), raw: b.length + cb, zstd: z(b) + cb };
  };
const [w1, d1] = await time(() => P.insert(D.A, w.rows));
D.A = d1;
const sizeA = P.save(D.A).length;
const w2 = await ship('A', 'B');
D.C = P.make(3);
const w3 = await ship('B', 'C', true);
const eq = () => same(w, P.get(D.A), P.get(D.B)) && same(w, P.get(D.B), P.get(D.C));
const eq3 = eq();
const [eA, dA] = await time(() => P.edit(D.A, w.a));
D.A = dA;
await new Promise((r) => setTimeout(r, 5));
const [eC, dC] = await time(() => P.edit(D.C, w.c));
D.C = dC;
const t4 = now(),
  st = [await ship('A', 'B'), await ship('C', 'B'), await ship('B', 'A'), await ship('B', 'C')];
const wall4 = now() - t4;
const w4 = st.reduce((s, x) => ({ ms: r2(s.ms + x.ms), raw: s.raw + x.raw, zstd: s.zstd + x.zstd }), {
  ms: 0,
  raw: 0,
  zstd: 0,
});
const conv = eq();
const lA = loss(w, P.get(D.A)),
  lB = loss(w, P.get(D.B)),
  lC = loss(w, P.get(D.C));
const [e5, d5] = await time(() => P.edit(D.A, w.inc));
D.A = d5;
const p5 = await ship('A', 'B'),
  q5 = await ship('B', 'C');
const sv = P.save(D.B);
writeFileSync(join(work, name + '.bin'), sv);
const N = Math.min(1000, w.a.length);
const [w1s] = await time(() => {
  for (let i = 0; i < N; i++) D.A = P.edit(D.A, [{ t: 'visit', id: w.a[i].id, set: { visitor: '网格员' + i } }]);
});
console.log(
  JSON.stringify({
    peer: name,
    version: P.version + ', node ' + process.version,
    rows: w.rows.length,
    w1_ms: r2(w1),
    w1_rows_s: Math.round((w.rows.length / w1) * 1000),
    w1s_tx_s: Math.round((N / w1s) * 1000),
    w2,
    w3,
    w3_equal: eq3,
    w4_edit_ms: r2(eA + eC),
    w4,
    w4_wall_ms: r2(wall4),
    w4_converged: conv,
    w4_A: lA,
    w4_B: lB,
    w4_C: lC,
    w5_edit_ms: r2(e5),
    w5_push: p5,
    w5_pull: q5,
    w5_arrived: arrived(w, P.get(D.C)),
    size_A: sizeA,
    size_end_B: sv.length,
    rss_mb: Math.round(process.memoryUsage().rss / 1048576),
    note:
      'in memory, nothing durable; size = encoded document' +
      (name === 'yjs' ? '; a field conflict is won by the higher random client id, all rows at once' : ''),
  }),
);
process.exit(0);
