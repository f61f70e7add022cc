import { createHash, randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Browser, BrowserContext } from "@playwright/test";
import type { Mail } from "#lib/mail/mailbox/mail.ts";
import { offToken, readOffToken } from "#lib/mail/off-token.ts";
import type { Process } from "#tests/support/portal.ts";
import { anEvent, signedRequest } from "#tests/support/webhooks.ts";
import { ask, bodyOf } from "./ask.ts";
import type { BoardTest } from "./board.ts";
import { openBrowser } from "./browser.ts";
import { aCast, type Cast } from "./cast.ts";
import { changedTables, snapshot, untilMailIsOut } from "./state.ts";
import { anotherTime } from "./subjects.ts";
import type { World } from "./world.ts";

type Person = { email: string; context: BrowserContext };

/** Whatever reads a person's mail before them opens every link in it. Then the person comes. */
export const s5: BoardTest = {
  id: "S5",
  title: "Mail scanner",
  isQuick: true,
  async run(world, { guard, quick }) {
    const times = quick || !guard ? 3 : 20;
    const browser = await openBrowser();
    try {
      const cast = await aCast();
      const people = await askForMail(world, cast, browser);
      await untilMailIsOut(world);
      await letOneComeBack(world, cast.ours.client.email);
      await untilMailIsOut(world);
      const mails = [
        ...(await mailsOf(world, [...people.map(({ email }) => email), cast.ours.client.email])),
        ...(await mailsOf(world, [cast.ours.coach.email])).filter(({ text }) => comesBack.test(text)),
      ];
      const links = [...linksIn(mails), ...offLinks(world, cast)];
      const [tokens, before] = [await countTokens(world), await snapshot(world)];
      const opened = await scan(world, browser, links, { times, guard });
      await pause(500);
      const changed = changedTables(before, await snapshot(world));
      const tokensUsed = tokens - (await countTokens(world));
      const through = await comeThemselves(world, people, mails);
      return {
        tried: `${links.length} links of ${mails.length} mails (sign in, hold, confirmed, cancelled, came back) and of what ends mail of one kind, each opened ${times} times by GET and by HEAD and ${Math.min(times, 5)} times by a headless browser`,
        counts: {
          opened,
          linksElsewhere: links.filter((link) => !link.startsWith(world.processes[0].url)).length,
          changedTables: changed.length,
          tokensUsed,
          peopleThrough: through,
          of: people.length,
          ...(changed.length > 0 && { which: changed.join(" ") }),
        },
        pass: kindsOf(mails) === 5 && changed.length === 0 && tokensUsed === 0 && through === people.length,
      };
    } finally {
      await browser.close();
    }
  },
};

/** A client signs in, another one on a phone, a visitor holds a time, and a client has booked and cancelled. */
async function askForMail(
  { processes }: World,
  { ours, theirs, sessions }: Cast,
  browser: Browser,
): Promise<Person[]> {
  const [portal] = processes;
  const wish = () => ({
    typeId: ours.type,
    start: new Date(anotherTime()).toISOString(),
    zone: "Europe/Lisbon",
  });
  const visitor = `visitor-${randomUUID()}@example.org`;
  const asked: [string, string, object][] = [
    [ours.client.email, "/api/sign-in", { email: ours.client.email }],
    [theirs.client.email, "/api/sign-in", { email: theirs.client.email }],
    [visitor, "/api/holds", { ...wish(), name: "Mio", email: visitor, adult: true }],
  ];
  const people: Person[] = [];
  for (const [email, path, body] of asked) {
    const context = await browser.newContext({ baseURL: portal.url, timezoneId: "Europe/Lisbon" });
    const page = await context.newPage();
    await page.goto("/support");
    const status = await page.evaluate(
      async ({ path, body }) => {
        const headers = { "content-type": "application/json" };
        return (await fetch(path, { method: "POST", headers, body: JSON.stringify(body) })).status;
      },
      { path, body },
    );
    if (status !== 200) throw new Error(`${path} answered ${status}`);
    await page.close();
    people.push({ email, context });
  }
  // The second one opens the link elsewhere than where they asked.
  const [, second] = people;
  if (second) second.context = await browser.newContext({ baseURL: portal.url });

  const session = sessions.ada;
  const kept = await ask(portal, "/api/bookings", { session, body: wish(), key: randomUUID() });
  const { bookingId } = bodyOf<{ bookingId: string }>(kept);
  await ask(portal, `/api/bookings/${bookingId}/cancel`, { session, body: {} });
  await ask(portal, "/api/bookings", { session, body: wish(), key: randomUUID() });
  return people;
}

async function mailsOf({ mailbox }: World, addresses: string[]): Promise<Mail[]> {
  const found = await Promise.all(
    [...new Set(addresses)].map(async (address) => {
      const answer = await fetch(`${mailbox}/messages?to=${encodeURIComponent(address)}`);
      return (await answer.json()) as Mail[];
    }),
  );
  return found.flat();
}

/** Resend tells that a mail to this address came back, so their coach gets a letter. */
async function letOneComeBack(world: World, to: string): Promise<void> {
  const [mail] = await mailsOf(world, [to]);
  const messageId = mail?.tags.find(({ name }) => name === "message_id")?.value ?? "";
  const event = anEvent({ messageId, to, what: "bounced", at: Date.now(), bounce: "Permanent" });
  const { status } = await fetch(`${world.processes[0].url}/api/webhooks/resend`, signedRequest(event));
  if (status !== 200) throw new Error(`The webhook answered ${status}`);
}

const comesBack = /comes back/;

/** Sign in, hold, confirmed, cancelled, came back: told apart by what is in them. */
function kindsOf(mails: Mail[]): number {
  const kinds = mails.map(({ text, attachments }) => {
    const method = /METHOD:(\w+)/.exec(attachments[0]?.text ?? "")?.[1];
    if (method) return method;
    if (comesBack.test(text)) return "came back";
    return /confirm this time|hold|kept/i.test(text) ? "hold" : "sign in";
  });
  return new Set(kinds).size;
}

function linksIn(mails: Mail[]): string[] {
  const hrefs = mails.flatMap(({ html }) =>
    [...html.matchAll(/\shref="([^"]+)"/g)].map(([, href = ""]) => href),
  );
  const texts = mails.flatMap(({ text, attachments }) => [text, ...attachments.map((one) => one.text ?? "")]);
  const written = texts.flatMap(
    (part) => part.replace(/\r\n /g, "").match(/https?:\/\/[^\s"'<>)\\]+/g) ?? [],
  );
  return [...new Set([...hrefs.map((href) => href.replaceAll("&amp;", "&")), ...written])];
}

/** What stands at the foot of a letter that can be switched off, and in its header for the mail program's own button. */
function offLinks({ processes: [{ url }] }: World, { ours, theirs }: Cast): string[] {
  return [ours.client, theirs.client].flatMap(({ id }) => {
    const query = new URLSearchParams({ t: offToken(id, "reminders") });
    return [`${url}/mail/off?${query}`, `${url}/api/mail/off?${query}`];
  });
}

/** Opens every link as mail filters do: without any cookie of the person's, with scripts running. */
async function scan(
  world: World,
  browser: Browser,
  links: string[],
  { times, guard }: { times: number; guard: boolean },
): Promise<number> {
  let opened = 0;
  for (const link of links) {
    for (let time = 0; time < times; time++)
      for (const method of ["GET", "HEAD"]) {
        await fetch(link, { method, headers: { "user-agent": "Mozilla/5.0 (compatible; MailScanner)" } });
        opened += 1;
        if (!guard) await spend(world, link);
      }
    const context = await browser.newContext();
    for (let time = 0; time < Math.min(times, 5); time++) {
      const page = await context.newPage();
      await page.goto(link, { waitUntil: "load" });
      await page.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 1_000 })));
      await page.close();
      opened += 1;
    }
    await context.close();
  }
  return opened;
}

// What a portal would do whose link itself signs in, or itself ends mail.
async function spend({ look }: World, link: string): Promise<void> {
  const token = new URL(link).searchParams.get("t");
  const off = readOffToken(token ?? "");
  if (off)
    await look`insert into mail_preferences (user_id, reminders, updated_at) values (${off.userId}, false, now())
      on conflict (user_id) do update set reminders = false`;
  if (token)
    await look`delete from auth_tokens where token_hash = ${createHash("sha256").update(token).digest()}`;
}

async function countTokens({ look }: World): Promise<number> {
  const [row] = await look`select count(*)::int as count from auth_tokens`;
  return row?.count ?? 0;
}

/** How many of them get in by their link and its button. */
async function comeThemselves({ processes }: World, people: Person[], mails: Mail[]): Promise<number> {
  const [portal] = processes;
  let through = 0;
  for (const person of people) if (await comesThrough(portal, person, mails)) through += 1;
  return through;
}

async function comesThrough(portal: Process, { email, context }: Person, mails: Mail[]): Promise<boolean> {
  const own = mails.filter(({ to }) => to.includes(email));
  const link = linksIn(own).find((one) => one.includes("/sign-in/confirm"));
  if (!link) return false;
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  try {
    await page.goto(link);
    const address = page.getByLabel("The address this mail came to");
    const button = page.getByRole("button", { name: /^(Sign in|Confirm this time)$/ });
    await button.waitFor();
    if (await address.isVisible()) await address.fill(email);
    await button.click();
    await page.waitForURL(/\/sessions/);
    return (await context.request.get(`${portal.url}/sessions`, { maxRedirects: 0 })).status() === 200;
  } catch {
    return false;
  }
}
