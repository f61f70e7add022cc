import { setTimeout as pause } from "node:timers/promises";
import { fetchFeed, type Reach } from "#lib/calendar/busy/fetch-feed.ts";
import { FeedProblem } from "#lib/calendar/busy/problems.ts";
import { type CalendarHost, outside } from "#tests/support/calendar-host.ts";

const home = "https://calendar.example.org";

/** Addresses that mean a machine inside, or may not be asked at all. */
export const insideAddresses = [
  "https://127.0.0.1/",
  "https://127.0.0.1./",
  "https://127.1/",
  "https://2130706433/",
  "https://0x7f000001/",
  "https://0x7f.1/",
  "https://0177.0.0.1/",
  "https://%31%32%37.0.0.1/",
  "https://①②⑦.0.0.1/",
  "https://127。0。0。1/",
  "https:\\\\127.0.0.1\\",
  "https:127.0.0.1",
  "https://[::1]/",
  "https://[::]/",
  "https://[::ffff:127.0.0.1]/",
  "https://[::ffff:7f00:1]/",
  "https://[0:0:0:0:0:ffff:127.0.0.1]/",
  "https://[64:ff9b::127.0.0.1]/",
  "https://[fd00:ec2::254]/",
  "https://169.254.169.254/latest/meta-data/",
  "https://0.0.0.0/",
  "https://localhost/",
  "https://localhost./",
  "https://calendar.localhost/",
  "https://metadata.google.internal/",
  "https://printer.local/",
  "https://database/",
  "webcal://127.0.0.1/",
  "webcals://[::1]/",
  "http://calendar.example.org/",
  "https://calendar.example.org:8443/",
  "https://calendar.example.org:22/",
  "https://ada:secret@calendar.example.org/",
  "https://calendar.example.org@127.0.0.1/",
  "ftp://calendar.example.org/",
  "file:///etc/passwd",
  "data:text/calendar,BEGIN:VCALENDAR",
  "javascript:alert(1)",
  "gopher://127.0.0.1/",
];

/** What a name might lead to. One address that is not public is enough. */
export const insideAnswers: string[][] = [
  ...["127.0.0.1", "127.8.8.8", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254"],
  ...["100.64.0.1", "0.0.0.0", "192.0.0.1", "192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.1"],
  ...["192.88.99.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1"],
  ...["::ffff:7f00:1", "::ffff:93.184.215.14", "64:ff9b::7f00:1", "100::1", "2001::1", "2001:db8::1"],
  ...[
    "2002:7f00:1::",
    "fc00::1",
    "fd12::1",
    "fe80::1",
    "fe80::1%eth0",
    "ff02::1",
    "::127.0.0.1",
    "elsewhere",
    "",
  ],
]
  .map((address) => [address])
  .concat([[outside, "127.0.0.1"], ["127.0.0.1", outside], [outside, "::1"], []]);

type Attack = { what: string; run: (reach: Reach) => Promise<unknown> };

/** Every way to make us ask a machine inside that we know of. All are to end in a FeedProblem. */
export function attacks(host: CalendarHost): Attack[] {
  const through = (path: string, to: string) => {
    host.serve(path, (_, response) => response.writeHead(302, { location: to }).end());
    return home + path;
  };
  return [
    ...insideAddresses.map((address) => ({
      what: address,
      run: (reach: Reach) => fetchFeed(address, {}, reach),
    })),
    ...insideAnswers.map((addresses) => ({
      what: `a name for ${addresses.join(" and ") || "nothing"}`,
      run: (reach: Reach) => fetchFeed(`${home}/`, {}, { ...reach, lookUp: async () => addresses }),
    })),
    ...insideAddresses
      .filter((address) => /^[\x20-\x7e]+$/.test(address))
      .map((address, at) => ({
        what: `leads on to ${address}`,
        run: (reach: Reach) => fetchFeed(through(`/on/${at}`, address), {}, reach),
      })),
    {
      what: "leads on to a name for a machine inside",
      run: (reach) =>
        fetchFeed(
          through("/on/name", "https://inside.example.org/"),
          {},
          named(reach, { "inside.example.org": ["10.0.0.1"] }),
        ),
    },
    {
      what: "leads on to itself, and its name changes",
      run: (reach) => fetchFeed(through("/on/again", `${home}/there`), {}, rebound(reach)),
    },
    {
      what: "leads on without end",
      run: (reach) => fetchFeed(through("/on/round", `${home}/on/round`), {}, reach),
    },
  ];
}

const named = (reach: Reach, names: Record<string, string[]>): Reach => ({
  ...reach,
  lookUp: async (name) => names[name] ?? reach.lookUp(name),
});

/** A name that is outside when it is asked for first, and inside from then on. */
export function rebound(reach: Reach): Reach {
  let asked = 0;
  return { ...reach, lookUp: async () => [asked++ === 0 ? outside : "127.0.0.1"] };
}

/** Tries them all; gives those that did not end as they should. */
export async function tryAttacks(host: CalendarHost, reach: Reach): Promise<string[]> {
  const through: string[] = [];
  for (const { what, run } of attacks(host)) {
    const ended = await run({ ...reach, patience: 2_000 }).then(
      () => "was read",
      (error: unknown) => (error instanceof FeedProblem ? undefined : String(error)),
    );
    if (ended) through.push(`${what}: ${ended}`);
  }
  // Somebody at the door inside is counted when they are let in, which is a moment later.
  await pause(50);
  return through;
}
