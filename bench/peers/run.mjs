// SPDX-License-Identifier: Apache-2.0
// Runs the peers one after another on one workload and prints medians as a Markdown table.
//   node run.mjs [--runs 3] [--work DIR] [--only a,b,c] [--slow 1] [--add 'name=COMMAND'] [gen options]
// --add runs any command that takes DATADIR and WORKDIR as its last two arguments and prints one
// JSON line of the same shape (see README), so that another engine stands in the same table.
import { spawnSync, execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, existsSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
const here = dirname(fileURLToPath(import.meta.url)),
  a = process.argv.slice(2);
const opt = (n, d) => {
  const i = a.indexOf('--' + n);
  return i < 0 ? d : a[i + 1];
};
const runs = Number(opt('runs', 3)),
  root = resolve(opt('work', join(here, '.work'))),
  nm = resolve(process.env.PEERS_NODE_MODULES || here);
const data = join(root, 'data'),
  work = join(root, 'run'),
  bin = join(root, 'native');
mkdirSync(root, { recursive: true });
const gen = ['seed', 'households', 'residents', 'visits', 'storm', 'inc'].flatMap((n) =>
  opt(n) === undefined ? [] : ['--' + n, opt(n)],
);
execFileSync('node', [join(here, 'gen.mjs'), data, ...gen]);
const tree = resolve(here, '../..');
execFileSync('g++', ['-O2', '-std=c++17', '-w', '-I', tree, '-o', bin, join(here, 'native.cpp'), '-lsqlite3', '-lzstd'], {
  stdio: 'inherit',
});
const cloud = join(nm, 'node_modules/@sqliteai/sqlite-sync-linux-x86_64/cloudsync.so');
// the npm package @vlcn.io/crsqlite puts its native library here where its install step can download it
const cr = process.env.CRSQLITE_EXT || join(nm, 'node_modules/@vlcn.io/crsqlite/dist/crsqlite.so');
const js = (f, ...x) => ['node', join(here, f), data, work, ...x];
let peers = {
  floor: [bin, 'floor', data, work],
  'floor-full': [bin, 'floor', data, work, '--full', '1'], // for single saves: durable, as ours are
  session: [bin, 'session', data, work],
  patchset: [bin, 'patchset', data, work],
  cloudsync: existsSync(cloud) && [bin, 'cloudsync', data, work, '--ext', cloud],
  crsqlite: existsSync(cr) && [bin, 'crsqlite', data, work, '--ext', cr],
  'crsqlite-wasm': js('crsqlite_wasm.mjs'),
  'pouchdb-http': js('pouch.mjs', '--batch', '1000'),
  'pouchdb-http-default': js('pouch.mjs', '--batch', '100'),
  yjs: js('crdt.mjs', '--peer', 'yjs'),
  loro: js('crdt.mjs', '--peer', 'loro'),
  tinybase: js('crdt.mjs', '--peer', 'tinybase'),
  'powersync-client': js('powersync_client.mjs'),
};
if (Number(opt('slow', 0)))
  peers.automerge = ['node', '--max-old-space-size=8192', ...js('crdt.mjs', '--peer', 'automerge').slice(1)]; // about a minute a run
a.forEach((x, i) => {
  if (x === '--add') {
    const [n, ...c] = a[i + 1].split('=');
    peers[n] = ['sh', '-c', c.join('=') + ' "$0" "$1"', data, work];
  }
});
const only = opt('only');
if (only) peers = Object.fromEntries(Object.entries(peers).filter(([n]) => only.split(',').includes(n)));
const res = {};
for (let k = 0; k < runs; k++)
  for (const [n, c] of Object.entries(peers)) {
    // round-robin: drift of the machine hits all alike
    if (!c) {
      if (!k) console.error(`skip ${n}: library not there`);
      continue;
    }
    rmSync(work, { recursive: true, force: true });
    mkdirSync(work, { recursive: true });
    const r = spawnSync(c[0], c.slice(1), {
      encoding: 'utf8',
      timeout: 600000,
      env: { ...process.env, PEERS_NODE_MODULES: nm },
      maxBuffer: 1 << 26,
    });
    const line = (r.stdout || '').trim().split('\n').pop();
    try {
      (res[n] ??= []).push(JSON.parse(line));
      console.error(`${k + 1}/${runs} ${n}`);
    } catch {
      console.error(`FAILED ${n}: ${r.signal || r.status} ${(r.stderr || '').slice(-300)}`);
    }
  }
const med = (v) => {
  const s = v.filter((x) => typeof x === 'number').sort((x, y) => x - y);
  return s.length ? (s.length % 2 ? s[s.length >> 1] : (s[s.length / 2 - 1] + s[s.length / 2]) / 2) : null;
};
const merge = (l) => {
  const o = { ...l[l.length - 1] };
  for (const k in o) {
    if (typeof o[k] === 'number') o[k] = Math.round(med(l.map((x) => x[k])) * 100) / 100;
    else if (o[k] && typeof o[k] === 'object') o[k] = merge(l.map((x) => x[k]));
    else if (typeof o[k] === 'boolean') o[k] = l.every((x) => x[k]);
  }
  return o;
};
const wrongOf = (r) => {
  const L = [r.w4_A, r.w4_B, r.w4_C].filter(Boolean);
  return L.length ? Math.max(...L.map((x) => x.shared_A + (x.shared_neither ?? 0))) : null;
};
const out = Object.fromEntries(
  Object.entries(res).map(([n, l]) => [n, { ...merge(l), runs: l.length, later_lost: l.map(wrongOf) }]),
);
writeFileSync(join(root, 'results.json'), JSON.stringify(out, null, 1));
const f = (x, d = 0) =>
    x === undefined || x === null ? '–' : Number(x).toLocaleString('en', { maximumFractionDigits: d }),
  kb = (x) => (x === undefined ? '–' : f(x / 1024, 1));
console.log(
  '| peer | W1 rows/s | W1s tx/s | W2 ms | W2 KiB raw / zstd | W3 ms | W3 KiB raw / zstd | W4 ms | W4 KiB raw / zstd | conv | later edit lost | side edits lost | losers kept | W5 push+pull ms | W5 B raw / zstd | disk A MiB | disk A vs floor |\n|' +
    '---|'.repeat(17),
);
for (const [n, r] of Object.entries(out)) {
  const L = r.w4_B || {},
    N = (L.shared_A ?? 0) + (L.shared_C ?? 0) + (L.shared_neither ?? 0),
    base = out.floor?.size_A,
    all = [r.w4_A, r.w4_B, r.w4_C].filter(Boolean);
  const kept = (k) => Math.min(...all.map((x) => x[k]));
  const side = all.length ? 2 * N - kept('a_only_kept') - kept('c_only_kept') : null,
    lo = Math.min(...r.later_lost),
    hi = Math.max(...r.later_lost),
    wrong = all.length ? (lo === hi ? f(lo) : `${f(lo)}..${f(hi)}`) : '–';
  console.log(
    `| ${n} | ${f(r.w1_rows_s)} | ${f(r.w1s_tx_s)} | ${f(r.w2?.ms, 1)} | ${kb(r.w2?.raw)} / ${kb(r.w2?.zstd)} | ${f(r.w3?.ms, 1)} | ${kb(r.w3?.raw)} / ${kb(r.w3?.zstd)} | ${f(r.w4?.ms, 1)} | ${kb(r.w4?.raw)} / ${kb(r.w4?.zstd)} | ${r.w4_converged === undefined ? '–' : r.w4_converged ? 'yes' : 'NO'} | ${wrong} | ${f(side)} | ${f(r.w4_conflicts_kept)} | ${f(r.w5_push?.ms, 2)} + ${f(r.w5_pull?.ms, 2)} | ${f((r.w5_push?.raw ?? 0) + (r.w5_pull?.raw ?? 0))} / ${r.w5_pull?.zstd === undefined ? '–' : f((r.w5_push?.zstd ?? 0) + r.w5_pull.zstd)} | ${f(r.size_A / 1048576, 1)} | ${base ? f(r.size_A / base, 2) : '–'} |`,
  );
}
for (const [n, r] of Object.entries(out))
  console.log(
    `- ${n}: ${r.version}; ${r.runs} runs${r.note ? '; ' + r.note : ''}${r.snapshot ? `; snapshot copy ${r.snapshot.ms} ms, ${kb(r.snapshot.raw)} / ${kb(r.snapshot.zstd)} KiB` : ''}${r.w4_settle ? `; extra settle round after W4 ${r.w4_settle.ms} ms, ${kb(r.w4_settle.raw)} KiB` : ''}`,
  );
