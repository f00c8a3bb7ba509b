// SPDX-License-Identifier: Apache-2.0
// Deterministic workload W for sync-engine comparison.  No dependencies (node >= 18).
//   node gen.mjs OUTDIR [--seed 1] [--households 300] [--residents 900] [--visits 20000]
//                       [--storm 5000] [--inc 10]
// Writes NDJSON (UTF-8, one object a line, fields always in schema order) so that a C++
// program reads exactly the same data, plus manifest.json with counts, bytes and sha256.
//   rows.ndjson     {"t":"household|resident|visit","id":"<uuid>","f":{...}}   insert order
//   storm_a.ndjson  {"t":"visit","id":..,"set":{"result":..,"content":..}}     edits of device A
//   storm_c.ndjson  {"t":"visit","id":..,"set":{"content":..,"next_due":..}}   edits of device C
//   inc.ndjson      {"t":..,"id":..,"set":{..two fields..}}                    10 rows changed on A
// The two storm files touch the same rows; `content` is the field both sides changed; in wall-clock
// time every edit of C is later than every edit of A.
import { writeFileSync, mkdirSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';

const args = process.argv.slice(2);
const out = args[0] && !args[0].startsWith('--') ? args[0] : 'data';
const opt = (n, d) => {
  const i = args.indexOf('--' + n);
  return i < 0 ? d : Number(args[i + 1]);
};
const SEED = opt('seed', 1),
  NH = opt('households', 300),
  NR = opt('residents', 900),
  NV = opt('visits', 20000),
  NS = Math.min(opt('storm', 5000), NV),
  NI = opt('inc', 10);

// mulberry32: 32-bit state, trivially portable to C++ (uint32_t arithmetic, wrap-around).
let st = SEED >>> 0;
const u32 = () => {
  st = (st + 0x6d2b79f5) >>> 0;
  let t = st;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return (t ^ (t >>> 14)) >>> 0;
};
const rnd = (n) => u32() % n; // [0,n)
const pick = (a) => a[rnd(a.length)];
const chance = (pct) => rnd(100) < pct;
const hex = (n) => {
  let s = '';
  while (s.length < n) s += u32().toString(16).padStart(8, '0');
  return s.slice(0, n);
};
const p2 = (n) => String(n).padStart(2, '0');

// UUIDv7-shaped ids from a simulated clock in ms.
const uuid7 = (ms) => {
  const t = ms.toString(16).padStart(12, '0'),
    r = hex(18);
  return `${t.slice(0, 8)}-${t.slice(8, 12)}-7${r.slice(0, 3)}-${(8 + (parseInt(r[3], 16) & 3)).toString(16)}${r.slice(4, 7)}-${r.slice(7, 18)}${r[0]}`;
};

// Calendar without Date (no time zone surprises): days from civil, both directions.
const civil = (z) => {
  z += 719468;
  const era = Math.floor(z / 146097),
    doe = z - era * 146097,
    yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365),
    doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100)),
    mp = Math.floor((5 * doy + 2) / 153),
    d = doy - Math.floor((153 * mp + 2) / 5) + 1,
    m = mp + (mp < 10 ? 3 : -9);
  return [yoe + era * 400 + (m <= 2 ? 1 : 0), m, d];
};
const dateStr = (day) => {
  const [y, m, d] = civil(day);
  return `${y}-${p2(m)}-${p2(d)}`;
};

const SUR = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'];
const GIV = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国志文辉玲燕斌浩宇轩涵梓萱欣怡思雨晨曦博泽睿',
  '𠮷',
  '㛃',
  '𬀩',
];
const STREET = ['和平', '解放', '人民', '中山', '建设', '新华', '文化', '幸福', '长江', '西湖', '滨河', '学府'];
const YARD = ['阳光花园', '翠湖苑', '锦绣家园', '老纺织厂宿舍', '东风里小区', '安居苑', '兴业公寓', '桂花城'];
const HTYPE = ['自住', '出租', '空置', '群租', '公房', '商住'];
const REL = ['户主', '配偶', '子', '女', '父亲', '母亲', '孙子', '孙女', '租客', '保姆'];
const JOB = [
  '退休',
  '务农',
  '个体经营',
  '教师',
  '外卖骑手',
  '网约车司机',
  '工厂工人',
  '公务员',
  '学生',
  '待业',
  '护士',
  '程序员',
];
const HEALTH = ['健康', '高血压', '糖尿病', '冠心病术后', '听力障碍', '行动不便', '认知症早期', '孕期', '尘肺'];
const TAG = ['独居老人', '低保户', '残疾人', '军属', '留守儿童', '信访重点', '社区矫正', '失独家庭', '新就业群体'];
const KIND = ['日常走访', '电话回访', '安全检查', '政策宣传', '矛盾调解', '困难慰问', '人口核查', '疫情随访'];
const RESULT = ['已办结', '正常', '无人应答', '转社区处理', '需复访', '拒绝配合', '已上报街道'];
// %B blood pressure, %P person, %N small number, %T phone, %A flat: keeps the text from compressing like a template
const FRAG = [
  '家中老人血压%B，已提醒按时服药',
  '煤气软管老化，建议%N天内更换',
  '询问医保缴费流程，已当面讲解，联系人%P',
  '反映%A楼道灯损坏，联系物业%T登记',
  '孩子放学无人接，协调%P托管班',
  '租客更换为%P，电话%T，已采集身份信息',
  '阳台堆放杂物%N处，要求当日清理',
  '电动车飞线充电，现场劝阻%P并拍照留存',
  '上次反映的%A下水道堵塞已疏通',
  '申请临时救助%N00元，材料还缺收入证明',
  '与%A邻里噪音纠纷，双方同意晚十点后不放音乐',
  '独居，子女%P在外地，每周电话%T联系',
  '天然气报警器已安装，型号JT-%N',
  '行动不便，预约%N日上门办理年审',
  '对旧改方案有疑问，已转%P project office',
  '无异常',
];
const fill = (s) =>
  s.replace(/%[BPNTA]/g, (m) =>
    m === '%B'
      ? `${110 + rnd(80)}/${60 + rnd(50)}`
      : m === '%P'
        ? name()
        : m === '%N'
          ? String(1 + rnd(60))
          : m === '%T'
            ? phone()
            : `${1 + rnd(30)}-${1 + rnd(4)}-${1 + rnd(28)}${p2(1 + rnd(4))}`,
  );
const phone = () => '1' + pick(['38', '39', '58', '77', '86', '91']) + String(u32() % 100000000).padStart(8, '0');
const name = () => pick(SUR) + pick(GIV) + (chance(70) ? pick(GIV) : '');
const sentence = (lo, hi) => {
  let n = lo + rnd(hi - lo + 1),
    s = '';
  while (n-- > 0) s += (s ? '；' : '') + fill(pick(FRAG));
  return s + '。';
};
const orNull = (pct, f) => (chance(pct) ? null : f());

const D0 = 19358,
  MS0 = D0 * 86400000; // day 0 of the data: 2023-01-01
const rows = [];
let ms = MS0;
const hh = [],
  rs = [],
  vs = [];
for (let i = 0; i < NH; i++) {
  ms += 1000 + rnd(60000);
  const id = uuid7(ms);
  hh.push(id);
  rows.push({
    t: 'household',
    id,
    f: {
      grid: 'G0571-0806',
      address: `${pick(STREET)}路${1 + rnd(400)}号${pick(YARD)}`,
      building: `${1 + rnd(30)}幢`,
      unit: `${1 + rnd(4)}单元`,
      room: `${1 + rnd(28)}${p2(1 + rnd(4))}`,
      head: name(),
      phone: phone(),
      housing: pick(HTYPE),
      area: 30 + rnd(1500) / 10,
      persons: 1 + rnd(6),
      tags: orNull(60, () => pick(TAG) + (chance(25) ? ',' + pick(TAG) : '')),
      note: orNull(40, () => sentence(1, 3)),
    },
  });
}
for (let i = 0; i < NR; i++) {
  ms += 1000 + rnd(20000);
  const id = uuid7(ms);
  rs.push(id);
  const birth = D0 - 365 * (1 + rnd(95)) - rnd(365);
  rows.push({
    t: 'resident',
    id,
    f: {
      household_id: pick(hh),
      name: name(),
      gender: pick(['男', '女']),
      birth: dateStr(birth),
      id_card:
        '3301' +
        p2(2 + rnd(20)) +
        dateStr(birth).replaceAll('-', '') +
        p2(rnd(100)) +
        pick([...'0123456789X']) +
        rnd(10),
      phone: orNull(30, phone),
      relation: pick(REL),
      job: orNull(20, () => pick(JOB)),
      health: orNull(50, () => pick(HEALTH)),
      note: orNull(70, () => sentence(1, 2)),
    },
  });
}
let vms = MS0 + 86400000;
const step = Math.floor((1060 * 86400000) / Math.max(1, NV)); // visits spread over ~3 years
for (let i = 0; i < NV; i++) {
  vms += 1 + rnd(2 * step);
  const id = uuid7(vms);
  vs.push(id);
  const day = Math.floor(vms / 86400000),
    sec = Math.floor(vms / 1000) % 86400;
  rows.push({
    t: 'visit',
    id,
    f: {
      household_id: pick(hh),
      resident_id: orNull(20, () => pick(rs)),
      visited_at: `${dateStr(day)}T${p2(Math.floor(sec / 3600))}:${p2(Math.floor(sec / 60) % 60)}:${p2(sec % 60)}Z`,
      kind: pick(KIND),
      result: pick(RESULT),
      content: sentence(1, 2),
      next_due: orNull(50, () => dateStr(day + 7 + rnd(90))),
      visitor: `网格员${name()}`,
    },
  });
}

// Storm: the same NS visits, chosen by a partial Fisher-Yates; A then C edit them offline.
const idx = vs.map((_, i) => i);
for (let i = 0; i < NS; i++) {
  const j = i + rnd(NV - i);
  [idx[i], idx[j]] = [idx[j], idx[i]];
}
const stormA = [],
  stormC = [];
for (let i = 0; i < NS; i++) {
  const id = vs[idx[i]];
  // 甲 > 乙 bytewise: on odd rows the EARLIER edit (A) carries the larger value, so an engine that
  // breaks ties by value instead of by time loses the later edit on about half of the rows.
  const [pa, pc] = i % 2 ? ['甲', '乙'] : ['乙', '甲'];
  stormA.push({ t: 'visit', id, set: { result: 'A·' + pick(RESULT), content: pa + 'A改：' + sentence(1, 2) } });
  stormC.push({ t: 'visit', id, set: { content: pc + 'C改：' + sentence(1, 2), next_due: dateStr(20500 + rnd(300)) } });
}
// Incremental: 10 rows, two fields each (never a storm-only special case).
const inc = [];
for (let i = 0; i < NI; i++) {
  const k = i % 10;
  if (k === 0) inc.push({ t: 'household', id: hh[rnd(NH)], set: { phone: phone(), note: sentence(1, 2) } });
  else if (k < 3)
    inc.push({
      t: 'resident',
      id: rs[(rnd(NR) + i) % NR],
      set: { job: pick(JOB) + '(新)', health: pick(HEALTH) + '(复查)' },
    });
  else
    inc.push({
      t: 'visit',
      id: vs[(rnd(NV) + i) % NV],
      set: { result: '复访:' + pick(RESULT), next_due: dateStr(21000 + rnd(300)) },
    });
}

mkdirSync(out, { recursive: true });
const man = {
  generator: 'peers/gen.mjs 1',
  seed: SEED,
  households: NH,
  residents: NR,
  visits: NV,
  storm: NS,
  inc: NI,
  files: {},
};
const save = (f, a) => {
  const b = Buffer.from(a.map((x) => JSON.stringify(x)).join('\n') + '\n');
  writeFileSync(join(out, f), b);
  man.files[f] = { lines: a.length, bytes: b.length, sha256: createHash('sha256').update(b).digest('hex') };
};
save('rows.ndjson', rows);
save('storm_a.ndjson', stormA);
save('storm_c.ndjson', stormC);
save('inc.ndjson', inc);
// payload = UTF-8 bytes of ids and field values only (no names, no JSON punctuation)
const pb = (r) =>
  Buffer.byteLength(r.id) + Object.values(r.f).reduce((s, v) => s + (v === null ? 0 : Buffer.byteLength(String(v))), 0);
for (const t of ['household', 'resident', 'visit']) {
  const x = rows.filter((r) => r.t === t).map(pb);
  if (x.length)
    man[t + '_payload_bytes'] = {
      total: x.reduce((a, b) => a + b, 0),
      min: x.reduce((a, b) => Math.min(a, b)),
      avg: Math.round(x.reduce((a, b) => a + b, 0) / x.length),
      max: x.reduce((a, b) => Math.max(a, b)),
    };
}
man.cells = rows.reduce((s, r) => s + Object.keys(r.f).length, 0);
writeFileSync(join(out, 'manifest.json'), JSON.stringify(man, null, 1) + '\n');
console.log(JSON.stringify(man, null, 1));
