import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { guardTransactions } from "#db/guarded-begin.ts";
import type { BoardTest } from "./board.ts";
import type { World } from "./world.ts";

const workers = 12;
const steps = 3;
// As long as the portal waits for a transaction, before it says that the database is away.
const patience = 8_000;
const name = "attune-r14";

type Tried = {
  id: number;
  wants: "commit" | "rollback";
  askedToEnd: boolean;
  ended: "resolved" | "rejected" | "never";
};

/** Connections are killed in the middle of transactions while others work on the same few. */
export const r14: BoardTest = {
  id: "R14",
  title: "Connection killed inside transactions",
  isQuick: true,
  async run(world, { guard, quick }) {
    const kills = quick ? 100 : 500;
    await world.look`drop table if exists r14`;
    await world.look`create table r14 (id integer, step integer)`;
    await world.look`grant all on r14 to attune`;
    const { tried, killed, stuckAfterwards, crashes } = await countCrashes(() =>
      killWhileWorking(world, kills, guard),
    );
    const rows = await world.look<
      { id: number; steps: number }[]
    >`select id, count(*)::int as steps from r14 group by id`;
    const kept = new Map(rows.map((row) => [row.id, row.steps]));
    await world.look`drop table r14`;

    const stepsOf = ({ id }: Tried) => kept.get(id) ?? 0;
    // Killed between COMMIT and its answer, nobody can know; whole or nothing is all that can be asked.
    const isUnknown = ({ wants, askedToEnd, ended }: Tried) =>
      wants === "commit" && askedToEnd && ended !== "resolved";
    const counts = {
      killed,
      transactions: tried.length,
      rejected: tried.filter(({ ended }) => ended === "rejected").length,
      rowsFromRejected: tried.filter((one) => one.ended !== "resolved" && !isUnknown(one) && stepsOf(one) > 0)
        .length,
      foreignCommits: tried.filter((one) => one.wants === "rollback" && stepsOf(one) > 0).length,
      halfCommits: tried.filter((one) => stepsOf(one) !== 0 && stepsOf(one) !== steps).length,
      lostCommits: tried.filter((one) => one.ended === "resolved" && stepsOf(one) !== steps).length,
      crashes,
      stuckAfterwards,
      unsettled: tried.filter(({ ended }) => ended === "never").length,
    };
    const bad = counts.rowsFromRejected + counts.foreignCommits + counts.halfCommits + counts.lostCommits;
    return {
      tried: `${killed} backends killed among ${tried.length} transactions of ${workers} workers on 4 connections`,
      counts,
      pass: killed >= kills && bad + crashes + stuckAfterwards === 0,
    };
  },
};

// What the driver throws from nowhere would end the portal's process, and here the test's.
async function countCrashes<T extends object>(work: () => Promise<T>): Promise<T & { crashes: number }> {
  let crashes = 0;
  const note = () => {
    crashes += 1;
  };
  process.on("uncaughtException", note);
  process.on("unhandledRejection", note);
  try {
    return { ...(await work()), crashes };
  } finally {
    process.off("uncaughtException", note);
    process.off("unhandledRejection", note);
  }
}

async function killWhileWorking({ database, look }: World, kills: number, guard: boolean) {
  const connection = postgres(database.url, {
    max: 4,
    onnotice: () => {},
    fetch_types: false,
    connect_timeout: 5,
    connection: { application_name: name },
  });
  const db = drizzle(guardTransactions(connection, guard));
  const tried: Tried[] = [];
  let isOver = false;

  const tryOne = async (wants: Tried["wants"]): Promise<Tried> => {
    const one: Tried = { id: tried.length, wants, askedToEnd: false, ended: "never" };
    tried.push(one);
    const ended = db.transaction(async (tx) => {
      for (let step = 0; step < steps; step++) {
        await tx.execute(sql`insert into r14 values (${one.id}, ${step})`);
        // Somebody thinks, or another query is prepared: time in which a connection can die.
        await pause(Math.random() * 4);
      }
      one.askedToEnd = true;
      if (wants === "rollback") throw new Error("taken back");
    });
    const settled = ended.then(
      () => {
        one.ended = "resolved";
      },
      () => {
        one.ended = "rejected";
      },
    );
    await Promise.race([settled, pause(patience)]);
    return one;
  };
  const work = async () => {
    while (!isOver) await tryOne(Math.random() < 0.7 ? "commit" : "rollback");
  };

  const atWork = Array.from({ length: workers }, work);
  const killed = await kill(look, kills, guard ? 180 : 20);
  isOver = true;
  await Promise.all(atWork);
  const afterwards = await Promise.all(Array.from({ length: workers }, () => tryOne("commit")));
  // What dead transactions still send, they send now.
  await pause(300);
  await Promise.race([connection.end({ timeout: 2 }), pause(5_000)]);
  return { tried, killed, stuckAfterwards: afterwards.filter(({ ended }) => ended !== "resolved").length };
}

async function kill(look: World["look"], kills: number, seconds: number): Promise<number> {
  const late = Date.now() + seconds * 1_000;
  let killed = 0;
  while (killed < kills && Date.now() < late) {
    await pause(8 + Math.random() * 16);
    const [gone] = await look`select pg_terminate_backend(pid) as gone from pg_stat_activity
      where application_name = ${name} and state in ('idle in transaction', 'active') order by random() limit 1`;
    if (gone?.gone) killed += 1;
  }
  return killed;
}
