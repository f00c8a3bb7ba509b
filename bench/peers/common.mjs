// SPDX-License-Identifier: Apache-2.0
// Shared by the JavaScript peers: workload reader, document model, loss accounting, helpers.
import { readFileSync, statSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';

export const nd = (d, f) =>
  readFileSync(join(d, f), 'utf8')
    .trimEnd()
    .split('\n')
    .map((l) => JSON.parse(l));
export const load = (d) => ({
  rows: nd(d, 'rows.ndjson'),
  a: nd(d, 'storm_a.ndjson'),
  c: nd(d, 'storm_c.ndjson'),
  inc: nd(d, 'inc.ndjson'),
});
export const now = () => performance.now();
export const r2 = (x) => Math.round(x * 100) / 100;
export const time = async (f) => {
  const t = now();
  const v = await f();
  return [now() - t, v];
};
// zstd level 3 through the command line tool, so that compressed bytes compare with the native peers
export const zstd = (buf) => execFileSync('zstd', ['-3', '-c', '-q'], { input: buf, maxBuffer: 1 << 30 }).length;
export const du = (p) => {
  let s;
  try {
    s = statSync(p);
  } catch {
    return 0;
  }
  return s.isDirectory() ? readdirSync(p).reduce((n, f) => n + du(join(p, f)), 0) : s.size;
};
// get(table,id) -> plain row object on one replica
export const loss = (w, get) => {
  const l = { a_only_kept: 0, c_only_kept: 0, shared_A: 0, shared_C: 0, shared_neither: 0 };
  w.a.forEach((e, i) => {
    const r = get(e.t, e.id),
      c = w.c[i];
    l.a_only_kept += r.result === e.set.result;
    l.c_only_kept += r.next_due === c.set.next_due;
    if (r.content === e.set.content) l.shared_A++;
    else if (r.content === c.set.content) l.shared_C++;
    else l.shared_neither++;
  });
  return l;
};
export const same = (w, g1, g2) =>
  w.rows.every(
    (r) => JSON.stringify(g1(r.t, r.id), Object.keys(r.f)) === JSON.stringify(g2(r.t, r.id), Object.keys(r.f)),
  );
export const arrived = (w, get) =>
  w.inc.filter((e) => Object.entries(e.set).every(([k, v]) => get(e.t, e.id)[k] === v)).length;
export const args = () => {
  const [data, work, ...o] = process.argv.slice(2);
  if (!data || !work) {
    console.error('usage: node PEER.mjs DATADIR WORKDIR');
    process.exit(2);
  }
  const m = {};
  for (let i = 0; i + 1 < o.length; i += 2) m[o[i].replace(/^--/, '')] = o[i + 1];
  return { data, work, opt: m };
};
