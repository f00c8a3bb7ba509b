// SPDX-License-Identifier: Apache-2.0
// PouchDB <-> express-pouchdb over HTTP on loopback, LevelDB storage on both sides.
// One row = one document (_id "table:id").  Server in its own process.  Bytes = socket bytes
// of the server (request + response, headers included; no TLS).
// usage: node pouch.mjs DATADIR WORKDIR [--batch 1000]
import { createRequire } from 'node:module';
import { fork } from 'node:child_process';
import { rmSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
const require = createRequire(join(process.env.PEERS_NODE_MODULES || process.cwd(), 'x.js'));
const PouchDB = require('pouchdb');

if (process.argv[2] === '--server') {
  const dir = process.argv[3] + '/',
    express = require('express'),
    http = require('http');
  const P = PouchDB.defaults({ prefix: dir });
  const app = express();
  app.use(
    '/',
    require('express-pouchdb')(P, {
      mode: 'minimumForPouchDB',
      logPath: join(dir, 'log.txt'),
      configPath: join(dir, 'config.json'),
    }),
  );
  const live = new Set();
  let rx = 0,
    tx = 0,
    reqs = 0;
  const srv = http.createServer((q, s) => {
    reqs++;
    app(q, s);
  });
  srv.on('connection', (s) => {
    live.add(s);
    s.on('close', () => {
      rx += s.bytesRead;
      tx += s.bytesWritten;
      live.delete(s);
    });
  });
  srv.listen(0, '127.0.0.1', () => process.send({ port: srv.address().port }));
  process.on('disconnect', () => process.exit(0));
  process.on('message', (m) => {
    if (m === 'stat') {
      let r = rx,
        t = tx;
      for (const s of live) {
        r += s.bytesRead;
        t += s.bytesWritten;
      }
      process.send({ up: r, down: t, reqs });
    } else process.exit(0);
  });
} else main();

async function main() {
  const { args, load, now, r2, time, du, loss, arrived } = await import('./common.mjs');
  const { data, work, opt } = args();
  const w = load(data);
  const batch = Number(opt.batch || 1000);
  const dir = resolve(work, 'pouch');
  rmSync(dir, { recursive: true, force: true });
  for (const n of ['', 'a', 'b', 'c']) mkdirSync(join(dir, n), { recursive: true });
  const srv = fork(fileURLToPath(import.meta.url), ['--server', join(dir, 'b')], { env: process.env });
  const ask = (m) =>
    new Promise((r) => {
      srv.once('message', r);
      if (m) srv.send(m);
    });
  const { port } = await ask();
  const A = new PouchDB(join(dir, 'a', 'db')),
    url = `http://127.0.0.1:${port}/grid`,
    B = new PouchDB(url);
  await B.info();
  let C;
  const did = (t, id) => t + ':' + id,
    ropt = { batch_size: batch, batches_limit: 10 };
  const wire = async (f) => {
    const s0 = await ask('stat'),
      [ms, r] = await time(f),
      s1 = await ask('stat');
    if (r.errors?.length) throw new Error('replication errors');
    return {
      ms: r2(ms),
      raw: s1.up - s0.up + s1.down - s0.down,
      up: s1.up - s0.up,
      down: s1.down - s0.down,
      requests: s1.reqs - s0.reqs,
      docs: r.docs_written,
    };
  };
  const push = (d) => wire(() => d.replicate.to(B, ropt)),
    pull = (d) => wire(() => d.replicate.from(B, ropt));
  const docs = w.rows.map((r) => ({ _id: did(r.t, r.id), ...r.f }));
  const check = (rs) => {
    const bad = rs.filter((x) => x.error);
    if (bad.length) throw new Error('bulkDocs: ' + JSON.stringify(bad[0]));
  };
  const [w1] = await time(async () => check(await A.bulkDocs(docs)));
  const sizeA = du(join(dir, 'a'));
  const w2 = await push(A),
    sizeB = du(join(dir, 'b'));
  C = new PouchDB(join(dir, 'c', 'db'));
  const w3 = await pull(C);
  const all = async (d) => {
    const m = new Map();
    for (const r of (await d.allDocs({ include_docs: true, conflicts: true })).rows) m.set(r.id, r.doc);
    return m;
  };
  const eq = (x, y) => x.size === y.size && [...x].every(([k, v]) => y.get(k)?._rev === v._rev);
  let [ma, mb, mc] = [await all(A), await all(B), await all(C)];
  const eq3 = eq(ma, mb) && eq(mb, mc) && ma.size === w.rows.length;
  await pull(A);
  const edit = async (d, es) => {
    const rs = (await d.allDocs({ keys: es.map((e) => did(e.t, e.id)), include_docs: true })).rows;
    check(await d.bulkDocs(rs.map((r, i) => ({ ...r.doc, ...es[i].set }))));
  };
  const [eA] = await time(() => edit(A, w.a)),
    [eC] = await time(() => edit(C, w.c));
  const t4 = now(),
    st = [await push(A), await push(C), await pull(A), await pull(C)];
  const wall4 = now() - t4;
  const w4 = st.reduce((s, x) => ({ ms: r2(s.ms + x.ms), raw: s.raw + x.raw, requests: s.requests + x.requests }), {
    ms: 0,
    raw: 0,
    requests: 0,
  });
  [ma, mb, mc] = [await all(A), await all(B), await all(C)];
  const conv = eq(ma, mb) && eq(mb, mc);
  const get = (m) => (t, id) => m.get(did(t, id));
  const conflicts = [...mb.values()].filter((d) => d._conflicts).length;
  const settle = [await push(A), await push(C), await pull(A), await pull(C)].reduce(
    (s, x) => ({ ms: r2(s.ms + x.ms), raw: s.raw + x.raw, requests: s.requests + x.requests }),
    { ms: 0, raw: 0, requests: 0 },
  ); // echo of what was pulled
  const [e5] = await time(() => edit(A, w.inc));
  const p5 = await push(A),
    q5 = await pull(C);
  const m5 = await all(C);
  const N = Math.min(300, w.a.length);
  const one = w.a.slice(0, N).map((e) => ({ ...ma.get(did(e.t, e.id)) }));
  for (const d of one) {
    delete d._conflicts;
  }
  const fresh = (await A.allDocs({ keys: one.map((d) => d._id), include_docs: true })).rows.map((r) => r.doc);
  const [w1s] = await time(async () => {
    for (let i = 0; i < N; i++) await A.put({ ...fresh[i], visitor: '网格员' + i });
  });
  const endB = du(join(dir, 'b')),
    endA = du(join(dir, 'a'));
  console.log(
    JSON.stringify({
      peer: 'pouchdb-http' + (batch === 100 ? '-default' : ''),
      version: `pouchdb ${require('pouchdb/package.json').version}, express-pouchdb ${require('express-pouchdb/package.json').version}, node ${process.version}`,
      batch,
      rows: docs.length,
      w1_ms: r2(w1),
      w1_rows_s: Math.round((docs.length / w1) * 1000),
      w1s_tx_s: Math.round((N / w1s) * 1000),
      w2,
      w3,
      w3_equal: eq3,
      w4_edit_ms: r2(eA + eC),
      w4,
      w4_wall_ms: r2(wall4),
      w4_converged: conv,
      w4_conflicts_kept: conflicts,
      w4_A: loss(w, get(ma)),
      w4_B: loss(w, get(mb)),
      w4_C: loss(w, get(mc)),
      w4_settle: settle,
      w5_edit_ms: r2(e5),
      w5_push: p5,
      w5_pull: q5,
      w5_arrived: arrived(w, get(m5)),
      size_A: sizeA,
      size_B: sizeB,
      size_end_A: endA,
      size_end_B: endB,
      note: 'loser revision stays retrievable through _conflicts until compacted/resolved',
    }),
  );
  srv.send('stop');
  setTimeout(() => process.exit(0), 200);
}
