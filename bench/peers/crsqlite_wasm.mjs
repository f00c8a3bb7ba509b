// SPDX-License-Identifier: Apache-2.0
// cr-sqlite as shipped on npm (WebAssembly build, in-memory database) on workload W.
// Same batch encoding as native.cpp.  Nothing durable, so compare with care.
// usage: node crsqlite_wasm.mjs DATADIR WORKDIR
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { args, load, now, r2, time, zstd, loss, same, arrived } from './common.mjs';
const base = process.env.PEERS_NODE_MODULES || process.cwd(),
  wa = join(base, 'node_modules/@vlcn.io/wa-sqlite');
const { default: Factory } = await import(pathToFileURL(join(wa, 'dist/crsqlite-sync.mjs')));
const SQLite = await import(pathToFileURL(join(wa, 'src/sqlite-api.js'))),
  K = await import(pathToFileURL(join(wa, 'src/sqlite-constants.js')));
const { data, work } = args(),
  w = load(data);
const mod = await Factory({
  wasmBinary: readFileSync(join(wa, 'dist/crsqlite-sync.wasm')),
  locateFile: (f) => join(wa, 'dist', f),
});
const s3 = SQLite.Factory(mod);
const KEYS = {};
for (const r of w.rows) KEYS[r.t] ??= Object.keys(r.f);
const open = async (n) => {
  const h = await s3.open_v2(':memory:');
  const d = { h, n, cache: new Map(), sent: 0, seen: 0 };
  for (const t in KEYS) {
    await s3.exec(
      h,
      `CREATE TABLE ${t}(id TEXT PRIMARY KEY NOT NULL,${KEYS[t].map((c) => c + (c === 'area' ? ' REAL' : c === 'persons' ? ' INTEGER' : ' TEXT')).join()})`,
    );
  }
  await s3.exec(h, 'CREATE INDEX visit_by_household ON visit(household_id,visited_at)');
  await s3.exec(h, 'CREATE INDEX resident_by_household ON resident(household_id)');
  for (const t in KEYS) await s3.exec(h, `SELECT crsql_as_crr('${t}')`);
  d.site = (await q(d, 'SELECT crsql_site_id()'))[0][0];
  return d;
};
async function prep(d, sql) {
  let p = d.cache.get(sql);
  if (!p) {
    const str = s3.str_new(d.h, sql);
    p = (await s3.prepare_v2(d.h, s3.str_value(str))).stmt;
    d.cache.set(sql, p);
  }
  return p;
}
async function q(d, sql, b = []) {
  const p = await prep(d, sql);
  s3.bind_collection(p, b);
  const out = [];
  while ((await s3.step(p)) === K.SQLITE_ROW) out.push(s3.row(p).map((v) => (v instanceof Uint8Array ? v.slice() : v)));
  await s3.reset(p);
  return out;
}
const COLS = '"table",pk,cid,val,col_version,db_version,site_id,cl,seq';
const enc = (rows) => {
  const parts = [];
  const vi = (n) => {
    const o = [];
    n = BigInt(n);
    while (n >= 128n) {
      o.push(Number(n & 127n) | 128);
      n >>= 7n;
    }
    o.push(Number(n));
    return Buffer.from(o);
  };
  for (const r of rows)
    for (const v of r) {
      if (v === null) parts.push(Buffer.from([0]));
      else if (typeof v === 'bigint' || Number.isInteger(v)) parts.push(Buffer.from([1]), vi(BigInt(v) * 2n));
      else if (typeof v === 'number') {
        const b = Buffer.alloc(9);
        b[0] = 2;
        b.writeDoubleLE(v, 1);
        parts.push(b);
      } else {
        const b = Buffer.from(v);
        parts.push(Buffer.from([typeof v === 'string' ? 3 : 4]), vi(b.length), b);
      }
    }
  return Buffer.concat(parts);
};
const ship = async (ex, to) => {
  const [e, rows] = await time(ex);
  const b = enc(rows);
  const [a] = await time(async () => {
    await s3.exec(to.h, 'BEGIN');
    for (const r of rows) await q(to, `INSERT INTO crsql_changes(${COLS}) VALUES(?,?,?,?,?,?,?,?,?)`, r);
    await s3.exec(to.h, 'COMMIT');
  });
  return {
    ms: r2(e + a),
    extract_ms: r2(e),
    apply_ms: r2(a),
    raw: b.length,
    zstd: b.length ? zstd(b) : 0,
    changes: rows.length,
  };
};
const ver = async (d) => Number((await q(d, 'SELECT crsql_db_version()'))[0][0]);
const push = (d, s) =>
  ship(async () => {
    const v = d.sent;
    d.sent = await ver(d);
    return q(d, `SELECT ${COLS} FROM crsql_changes WHERE db_version>? AND site_id=crsql_site_id()`, [v]);
  }, s);
const pull = (s, d) =>
  ship(async () => {
    const v = d.seen;
    d.seen = await ver(s);
    return q(s, `SELECT ${COLS} FROM crsql_changes WHERE db_version>? AND site_id IS NOT ?`, [v, d.site]);
  }, d);
const A = await open('a'),
  B = await open('b');
const ins = (t) => `INSERT INTO ${t}(id,${KEYS[t].join()}) VALUES(?${',?'.repeat(KEYS[t].length)})`;
const edit = async (d, es) => {
  await s3.exec(d.h, 'BEGIN');
  for (const e of es)
    await q(
      d,
      `UPDATE ${e.t} SET ${Object.keys(e.set)
        .map((k) => k + '=?')
        .join()} WHERE id=?`,
      [...Object.values(e.set), e.id],
    );
  await s3.exec(d.h, 'COMMIT');
};
const [w1] = await time(async () => {
  await s3.exec(A.h, 'BEGIN');
  for (const r of w.rows) await q(A, ins(r.t), [r.id, ...Object.values(r.f)]);
  await s3.exec(A.h, 'COMMIT');
});
const size = async (d) =>
  Number((await q(d, 'PRAGMA page_count'))[0][0]) * Number((await q(d, 'PRAGMA page_size'))[0][0]);
const sizeA = await size(A);
const w2 = await push(A, B);
const C = await open('c');
const w3 = await pull(B, C);
const snap = async (d) => {
  const m = new Map();
  for (const t in KEYS)
    for (const r of await q(d, `SELECT id,${KEYS[t].join()} FROM ${t}`))
      m.set(t + ':' + r[0], Object.fromEntries(KEYS[t].map((k, i) => [k, r[i + 1]])));
  return (t, id) => m.get(t + ':' + id);
};
let [ga, gb, gc] = [await snap(A), await snap(B), await snap(C)];
const eq3 = same(w, ga, gb) && same(w, gb, gc);
await pull(B, A);
const [eA] = await time(() => edit(A, w.a)),
  [eC] = await time(() => edit(C, w.c));
const st = [await push(A, B), await push(C, B), await pull(B, A), await pull(B, C)];
const w4 = st.reduce((s, x) => ({ ms: r2(s.ms + x.ms), raw: s.raw + x.raw, zstd: s.zstd + x.zstd }), {
  ms: 0,
  raw: 0,
  zstd: 0,
});
[ga, gb, gc] = [await snap(A), await snap(B), await snap(C)];
const conv = same(w, ga, gb) && same(w, gb, gc),
  L = [ga, gb, gc].map((g) => loss(w, g));
const [e5] = await time(() => edit(A, w.inc)),
  p5 = await push(A, B),
  q5 = await pull(B, C);
gc = await snap(C);
const N = Math.min(1000, w.a.length);
const [w1s] = await time(async () => {
  for (let i = 0; i < N; i++) await q(A, 'UPDATE visit SET visitor=? WHERE id=?', ['网格员' + i, w.a[i].id]);
});
console.log(
  JSON.stringify({
    peer: 'crsqlite-wasm',
    version:
      '@vlcn.io/wa-sqlite ' +
      JSON.parse(readFileSync(join(wa, 'package.json'))).version +
      ', SQLite ' +
      (await q(A, 'SELECT sqlite_version()'))[0][0] +
      ', node ' +
      process.version,
    rows: w.rows.length,
    w1_ms: r2(w1),
    w1_rows_s: Math.round((w.rows.length / w1) * 1000),
    w1s_tx_s: Math.round((N / w1s) * 1000),
    w2,
    w3,
    w3_equal: eq3,
    w4_edit_ms: r2(eA + eC),
    w4,
    w4_converged: conv,
    w4_A: L[0],
    w4_B: L[1],
    w4_C: L[2],
    w5_edit_ms: r2(e5),
    w5_push: p5,
    w5_pull: q5,
    w5_arrived: arrived(w, gc),
    size_A: sizeA,
    size_end_B: await size(B),
    note: 'in-memory, WebAssembly',
  }),
);
process.exit(0);
