// Hours of use in some minutes, on each database: tablets put, change and take back pins and photos, begeleiders decide, screens ask;
// every third minute the power goes. At the end everything that was acknowledged is there as it was left, and nothing has grown.
//   node tests/soak/soak.mjs          (make soak; SOAK_MINUTES for each database)
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { DATABASES, startServer } from '../e2e/lib/server.mjs';
import { newSession, newTraject } from '../e2e/lib/people.mjs';
import { Tablet } from './tablet.mjs';

const MINUTES = Number(process.env.SOAK_MINUTES ?? 12);
const TABLETS = 24;
const SCREENS = 4;
const CUT_EVERY = 3; // minutes
const SECOND = 1000;
/** Memory may be so many times that of the first minutes at the end, and so many megabytes more. */
const MOST_GROWTH = 1.3;
const MOST_MORE_MB = 30;
const MOST_P99_MS = 1500;

const sleep = (ms) => new Promise((next) => { setTimeout(next, ms); });
const part = (list, share) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))] ?? 0;
const middle = (list) => part(list, 0.5);

/** What the kernel tells of a process: megabytes in RAM, files that are open, threads. */
function ofProcess(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const of = (field) => Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)[1]);
  return { mb: (of('VmRSS') * 1024) / 1e6, files: readdirSync(`/proc/${pid}/fd`).length, threads: of('Threads') };
}

/** Begeleiders look through the queue, page by page, and decide. */
async function moderate(room, token) {
  const headers = { authorization: `Bearer ${token}` };
  while (!room.over) {
    const queue = await room.ask('GET', `/api/v1/sessions/${room.code}/moderation`, { headers });
    for (const [at, item] of (queue?.body ?? []).slice(0, 20).entries()) {
      const decision = at % 5 === 0 ? 'hide' : 'approve';
      const caption = item.of === 'photo' ? { caption: 'Wat er te zien is.' } : {};
      await room.ask('POST', `/api/v1/sessions/${room.code}/moderation/${item.id}`, { headers, json: { of: item.of, decision, ...caption } });
    }
    await sleep(SECOND);
  }
}

/** The projector and the pages of the wijksessie, again and again. */
async function watch(room, token) {
  const headers = { authorization: `Bearer ${token}` };
  while (!room.over) {
    await room.ask('GET', `/sessie/${room.code}/scherm.json`, { headers });
    await room.ask('GET', `/s/${room.code}`);
    await room.ask('GET', `/api/v1/sessions/${room.code}/pins`);
    await sleep(SECOND / 2);
  }
}

/** A request that is asked again while the server is away. What was wrong is counted by its status. */
function asking(server, room) {
  room.times = [];
  room.wrong = {};
  room.ask = async (method, path, options) => {
    for (;;) {
      const began = performance.now();
      try {
        const answer = await server.request(method, path, options);
        room.times.push(performance.now() - began);
        if (answer.status >= 400 && answer.status !== 409) room.wrong[answer.status] = (room.wrong[answer.status] ?? 0) + 1;
        return answer;
      } catch (error) {
        if (room.over) return null;
        // The power is off; anything else is a fault of this program.
        if (!(error instanceof TypeError)) throw error;
        await sleep(SECOND / 5);
      }
    }
  };
}

function row(minute, room, { mb, files, threads }) {
  const { times } = room;
  const cells = [minute, times.length, part(times, 0.5).toFixed(1), part(times, 0.99).toFixed(0), Math.round(mb), files, threads];
  console.log(`| ${cells.join(' | ')} |`);
}

async function soak(database) {
  const server = await startServer({ postgres: database.postgres, args: ['--demo'], env: { BUURTBLIK_LIMITS: 'off' } });
  const faults = [];
  try {
    const traject = await newTraject(server);
    const code = await newSession(server, { traject });
    const { token } = await server.cli('staff', 'add', '--name', 'Bea', '--role', 'begeleider', '--traject', traject);
    const room = { code, over: false };
    asking(server, room);
    const tablets = Array.from({ length: TABLETS }, () => new Tablet(room));
    const work = [...tablets.map((tablet) => tablet.use()), moderate(room, token), ...Array.from({ length: SCREENS }, () => watch(room, token))];
    console.log(`\n${database.name}\n\n| minute | requests | p50 ms | p99 ms | MB | open files | threads |\n|---|---|---|---|---|---|---|`);
    const seen = [];
    for (let minute = 1; minute <= MINUTES; minute += 1) {
      room.times.length = 0;
      await sleep(60 * SECOND);
      const now = { ...ofProcess(server.pid), p99: part(room.times, 0.99) };
      seen.push(now);
      row(minute, room, now);
      if (minute % CUT_EVERY === 0 && minute < MINUTES) {
        await server.kill();
        await server.start();
      }
    }
    room.over = true;
    await Promise.all(work);
    const checked = await Promise.all(tablets.map((tablet) => tablet.check(faults)));
    const sum = (what) => checked.reduce((all, one) => all + one[what], 0);
    console.log(`\n${sum('people')} people, ${sum('pins')} pins and ${sum('photos')} photos that are to be there, ${sum('gone')} that are to be gone; refused: ${JSON.stringify(room.wrong)}`);
    grown(seen, faults);
    if (Object.keys(room.wrong).some((status) => Number(status) >= 500)) faults.push(`the server failed: ${JSON.stringify(room.wrong)}`);
    faults.push(...server.faults());
  } finally {
    await server.stop().catch((error) => faults.push(error.message));
  }
  return faults;
}

/** Since each start memory begins anew: the minutes right before a cut are compared. */
function grown(seen, faults) {
  const late = seen.filter((_, at) => at % CUT_EVERY === CUT_EVERY - 1);
  const [first, last] = [late[0], late.at(-1)];
  if (!last) return;
  if (last.mb > first.mb * MOST_GROWTH + MOST_MORE_MB) faults.push(`memory grew from ${first.mb.toFixed(0)} to ${last.mb.toFixed(0)} MB`);
  if (last.files > first.files + 50) faults.push(`open files grew from ${first.files} to ${last.files}`);
  const slow = middle(seen.map(({ p99 }) => p99));
  if (slow > MOST_P99_MS) faults.push(`p99 was ${slow.toFixed(0)} ms`);
}

console.log(`${execFileSync('nproc', { encoding: 'utf8' }).trim()} cores; ${TABLETS} tablets, ${SCREENS} screens, the power goes every ${CUT_EVERY} minutes`);
if (DATABASES.length < 2) console.log('skipped: PostgreSQL, BUURTBLIK_TEST_POSTGRES is not set (tools/with-postgres.sh sets it)');
const faults = [];
for (const database of DATABASES) faults.push(...(await soak(database)).map((fault) => `${database.name}: ${fault}`));
console.log(faults.length > 0 ? `\n${faults.join('\n')}\nsoak: ${faults.length} faults` : '\nsoak: nothing was lost, and nothing grew');
process.exitCode = faults.length > 0 ? 1 : 0;
