// SPDX-License-Identifier: Apache-2.0
// PowerSync client side only (its service needs a source database and is not run here):
// W1 local writes through the synced views, the upload queue as JSON (what an app would send),
// W3 applying a server snapshot given as sync lines, W5 applying 10 changed rows.
// The SQLite extension ships inside @powersync/node; better-sqlite3 is the host.
// usage: node powersync_client.mjs DATADIR WORKDIR
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { rmSync, statSync, readFileSync, copyFileSync } from 'node:fs';
import { args, load, now, r2, time, zstd } from './common.mjs';
const base = process.env.PEERS_NODE_MODULES || process.cwd(),
  require = createRequire(join(base, 'x.js')),
  D = require('better-sqlite3');
const lib = join(base, 'node_modules/@powersync/node/lib/libpowersync_x64.linux.so');
const { data, work } = args(),
  so = join(work, 'powersync.so');
copyFileSync(lib, so); // SQLite derives the entry point from the file name
const w = load(data),
  KEYS = {};
for (const r of w.rows) KEYS[r.t] ??= Object.keys(r.f);
const type = (c) => (c === 'area' ? 'REAL' : c === 'persons' ? 'INTEGER' : 'TEXT');
const schema = {
  tables: Object.keys(KEYS).map((t) => ({
    name: t,
    columns: KEYS[t].map((c) => ({ name: c, type: type(c) })),
    indexes:
      t === 'visit'
        ? [
            {
              name: 'h',
              columns: [
                { name: 'household_id', ascending: true, type: 'TEXT' },
                { name: 'visited_at', ascending: true, type: 'TEXT' },
              ],
            },
          ]
        : t === 'resident'
          ? [{ name: 'h', columns: [{ name: 'household_id', ascending: true, type: 'TEXT' }] }]
          : [],
  })),
};
const open = (n) => {
  const p = join(work, 'ps_' + n + '.db');
  for (const s of ['', '-wal', '-shm']) rmSync(p + s, { force: true });
  const d = new D(p);
  d.pragma('journal_mode=WAL');
  d.pragma('synchronous=NORMAL');
  d.pragma('cache_size=-16384');
  d.loadExtension(so);
  d.transaction(() => {
    d.prepare('SELECT powersync_init()').get();
    d.prepare('SELECT powersync_replace_schema(?)').get(JSON.stringify(schema));
  })();
  d.p = p;
  return d;
};
const size = (d) => {
  d.pragma('wal_checkpoint(TRUNCATE)');
  return statSync(d.p).size;
};
const A = open('a'),
  ins = {};
for (const t in KEYS)
  ins[t] = A.prepare(`INSERT INTO ${t}(id,${KEYS[t].join()}) VALUES(?${',?'.repeat(KEYS[t].length)})`);
const [w1] = await time(() =>
  A.transaction(() => {
    for (const r of w.rows) ins[r.t].run(r.id, ...Object.values(r.f));
  })(),
);
const szQ = size(A),
  [xq, queue] = await time(() => A.prepare('SELECT data FROM ps_crud ORDER BY id').pluck().all()),
  up = Buffer.from(queue.join('\n'));
const N = Math.min(1000, w.a.length),
  one = A.prepare('UPDATE visit SET visitor=? WHERE id=?');
const [w1s] = await time(() => {
  for (let i = 0; i < N; i++) one.run('网格员' + i, w.a[i].id);
});
A.exec('DELETE FROM ps_crud');
A.exec('VACUUM');
const szA = size(A);
const C = open('c'),
  ctl = C.prepare('SELECT powersync_control(?,?)').pluck(),
  step = (op, p) => C.transaction(() => ctl.get(op, p))();
const lines = (rows, from) => {
  const out = [],
    to = from + rows.length;
  out.push({
    checkpoint: {
      last_op_id: String(to),
      write_checkpoint: null,
      buckets: [{ bucket: 'grid', checksum: 0, priority: 3, count: to }],
    },
  });
  for (let i = 0; i < rows.length; i += 1000)
    out.push({
      data: {
        bucket: 'grid',
        has_more: i + 1000 < rows.length,
        after: String(from + i),
        next_after: String(Math.min(from + i + 1000, to)),
        data: rows
          .slice(i, i + 1000)
          .map((r, k) => ({
            op_id: String(from + i + k + 1),
            op: 'PUT',
            object_type: r.t,
            object_id: r.id,
            checksum: 0,
            subkey: null,
            data: JSON.stringify(r.f),
          })),
      },
    });
  out.push({ checkpoint_complete: { last_op_id: String(to) } });
  return out.map((x) => JSON.stringify(x));
};
step('start', null);
try {
  step('seed_checkpoint_request_id', 1);
} catch {}
const L3 = lines(w.rows, 0),
  [w3] = await time(() => {
    for (const l of L3) step('line_text', l);
  }),
  b3 = Buffer.from(L3.join('\n'));
const got = Object.keys(KEYS).reduce((s, t) => s + C.prepare(`SELECT count(*) FROM ${t}`).pluck().get(), 0);
const byId = new Map(w.rows.map((r) => [r.t + r.id, r])),
  L5 = lines(
    w.inc.map((e) => ({ t: e.t, id: e.id, f: { ...byId.get(e.t + e.id).f, ...e.set } })),
    w.rows.length,
  ),
  [w5] = await time(() => {
    for (const l of L5) step('line_text', l);
  }),
  b5 = Buffer.from(L5.join('\n'));
const ok = w.inc.filter((e) =>
  Object.entries(e.set).every(([k, v]) => C.prepare(`SELECT ${k} FROM ${e.t} WHERE id=?`).pluck().get(e.id) === v),
).length;
console.log(
  JSON.stringify({
    peer: 'powersync-client',
    version: `@powersync/node ${JSON.parse(readFileSync(join(base, 'node_modules/@powersync/node/package.json'))).version}, core ${C.prepare('SELECT powersync_rs_version()').pluck().get()}, SQLite ${C.prepare('SELECT sqlite_version()').pluck().get()}, node ${process.version}`,
    rows: w.rows.length,
    w1_ms: r2(w1),
    w1_rows_s: Math.round((w.rows.length / w1) * 1000),
    w1s_tx_s: Math.round((N / w1s) * 1000),
    upload_queue: { ms: r2(xq), raw: up.length, zstd: zstd(up) },
    w3: { ms: r2(w3), raw: b3.length, zstd: zstd(b3) },
    w3_rows: got,
    w5_pull: { ms: r2(w5), raw: b5.length, zstd: zstd(b5) },
    w5_arrived: ok,
    size_A: szA,
    size_with_queue: szQ,
    size_C: size(C),
    note: `client only; queue of unsent writes adds ${r2((szQ - szA) / 1048576)} MiB`,
  }),
);
