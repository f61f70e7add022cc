import { readdirSync } from "node:fs";
import { readers, SettingsError } from "./setting-readers.ts";

export type Settings = ReturnType<typeof readSettings>;

type Environment = Record<string, string | undefined>;

/** Every environment variable, read and checked. Throws one SettingsError that names each wrong one. */
export function readSettings(env: Environment) {
  const problems: string[] = [];
  const read = readers(env, problems);

  const port = read.integer("PORT", { from: 1, to: 65_535, otherwise: 3000 });
  const appUrl = read.origin("APP_URL", `http://localhost:${port}`);
  const ownerEmail = read.email("OWNER_EMAIL");
  const demo = read.flag("DEMO", isDemoByDefault(env));
  const baseUrl = read.webAddress("RESEND_BASE_URL", "https://api.resend.com");
  const isLocalMail = isLoopback(baseUrl);
  const keys = read.encryptionKeys("ENCRYPTION_KEYS");
  const settings = {
    port,
    /** What every link begins with: scheme, host and port, no slash at the end. */
    appUrl,
    databaseUrl: read.required("DATABASE_URL", isPostgres, {
      wrong: "is not a PostgreSQL address",
      how: "DATABASE_URL=postgres://user:password@host:5432/database, or leave it out and use npm start, which brings its own PostgreSQL",
    }),
    /** Where the files of the database lie, if they lie on this machine. */
    databaseFolder: env.DATABASE_FOLDER?.trim() || undefined,
    /** Where backups are put, so that the portal can say how old the newest is. */
    backupFolder: read.optional("BACKUP_DIR", isFolder, {
      wrong: "is not a folder that the portal can look into",
      how: "BACKUP_DIR=/var/backups/attune (a folder that is there and that the portal's user may read), or leave it out",
    }),
    pool: {
      max: read.integer("POOL_MAX", { from: 1, to: 200, otherwise: 10 }),
      prepare: read.flag("PREPARE", true),
    },
    mail: {
      apiKey: read.required("RESEND_API_KEY", (value) => /^[\x21-\x7e]+$/.test(value), {
        wrong: "has a space or a sign in it that no key has",
        how: "RESEND_API_KEY=re_… (from resend.com/api-keys), or use npm start, which brings a local mailbox",
      }),
      baseUrl,
      webhookSecret: read.optional("RESEND_WEBHOOK_SECRET", isSigningSecret, {
        wrong: "is not a signing secret of Resend",
        how: "RESEND_WEBHOOK_SECRET=whsec_… (shown at resend.com/webhooks)",
      }),
      from: read.sender("MAIL_FROM", isLocalMail ? "Attune <portal@attune.localhost>" : undefined),
      /** How many mails all processes together may send in a second. Resend allows five, by its older pages two. */
      perSecond: read.integer("MAIL_PER_SECOND", { from: 1, to: 100, otherwise: isLocalMail ? 100 : 2 }),
      /** Mail goes to the local mailbox, where whoever sits at this machine can read it. */
      isLocal: isLocalMail,
    },
    authSecret: read.required("AUTH_SECRET", (value) => value.length >= 32, {
      wrong: "is shorter than 32 characters",
      how: "AUTH_SECRET=<what this prints: openssl rand -base64 32>",
    }),
    /** The first one seals; all of them open. Those of a file are there as soon as they are in it. */
    get encryptionKeys() {
      return keys.current();
    },
    keyFile: keys.file,
    ownerEmail,
    demo,
    logLevel: read.oneOf("LOG_LEVEL", ["fatal", "error", "warn", "info", "debug", "trace", "silent"], "info"),
    /** How many proxies stand in front whose X-Forwarded-For is believed. */
    trustProxy: read.integer("TRUST_PROXY", { from: 0, to: 10, otherwise: 0 }),
    quickExitUrl: read.webAddress("QUICK_EXIT_URL", "https://www.wikipedia.org/"),
    secureCookies: appUrl.startsWith("https:"),
  };

  if (demo && ownerEmail)
    problems.push(
      "DEMO and OWNER_EMAIL are both set: a real practice has an owner and no demo. Leave one out.",
    );
  if (!demo && !ownerEmail && !problems.some((problem) => problem.startsWith("OWNER_EMAIL")))
    problems.push(
      "OWNER_EMAIL is missing. It is the address of the person whose practice this is: OWNER_EMAIL=you@example.org (or DEMO=1 for the demo practice)",
    );
  if (problems.length > 0) throw new SettingsError(problems);
  return settings;
}

/** Nothing set that a real practice would set. */
export function isDemoByDefault(env: Environment): boolean {
  return !env.OWNER_EMAIL && !env.DATABASE_URL && !env.RESEND_API_KEY && !env.APP_URL?.startsWith("https:");
}

/** Where people's words will be: such a place never starts on keys that were made up for it. */
export function isProduction(env: Environment): boolean {
  const isDemo = ["1", "true"].includes(env.DEMO ?? "");
  return Boolean(env.APP_URL?.startsWith("https:") || (env.DATABASE_URL && !isDemo));
}

function isFolder(path: string): boolean {
  try {
    readdirSync(path);
    return true;
  } catch {
    return false;
  }
}

function isSigningSecret(value: string): boolean {
  return /^whsec_[A-Za-z0-9+/]{16,}={0,2}$/.test(value);
}

function isPostgres(value: string): boolean {
  return /^postgres(ql)?:$/.test(URL.canParse(value) ? new URL(value).protocol : "");
}

function isLoopback(address: string): boolean {
  return URL.canParse(address) && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(address).hostname);
}

let kept: Settings | undefined;

/** The settings of this server process. */
export function settings(): Settings {
  kept ??= readSettings(process.env);
  return kept;
}
