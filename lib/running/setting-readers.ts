import { watchKeyFile } from "./key-file.ts";

type Environment = Record<string, string | undefined>;
type Advice = { wrong: string; how: string };
type EncryptionKey = { id: string; key: Buffer };
type EncryptionKeys = [EncryptionKey, ...EncryptionKey[]];

/** The settings do not allow a start. One sentence for each variable, its name first. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(
      `Attune cannot start with these settings:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`,
    );
    this.problems = problems;
  }
}

/** One function for each kind of value. Each notes what is wrong in `problems` and goes on, so that all are told at once. */
export function readers(env: Environment, problems: string[]) {
  const given = (name: string) => env[name]?.trim() || undefined;
  const refuse = (name: string, wrong: string, how: string) =>
    problems.push(`${name} ${wrong}. Set it like this: ${how}`);

  function required(name: string, fits: (value: string) => boolean, { wrong, how }: Advice): string {
    const value = given(name);
    if (value === undefined) refuse(name, "is missing", how);
    else if (!fits(value)) refuse(name, wrong, how);
    return value ?? "";
  }

  function optional(name: string, fits: (value: string) => boolean, advice: Advice): string | undefined {
    return given(name) === undefined ? undefined : required(name, fits, advice);
  }

  return {
    required,
    optional,

    integer(name: string, { from, to, otherwise }: { from: number; to: number; otherwise: number }): number {
      const fits = (value: string) => /^\d{1,6}$/.test(value) && Number(value) >= from && Number(value) <= to;
      const wrong = `is not a whole number from ${from} to ${to}`;
      const value = optional(name, fits, {
        wrong,
        how: `${name}=${otherwise}`,
      });
      return value === undefined ? otherwise : Number(value);
    },

    flag(name: string, otherwise: boolean): boolean {
      const value = optional(name, (said) => /^(0|1|true|false)$/.test(said), {
        wrong: "is neither 1 nor 0",
        how: `${name}=1 or ${name}=0`,
      });
      return value === undefined ? otherwise : value === "1" || value === "true";
    },

    oneOf<const Choice extends string>(name: string, choices: readonly Choice[], otherwise: Choice): Choice {
      const value = optional(name, (said) => choices.some((choice) => choice === said), {
        wrong: `is none of ${choices.join(", ")}`,
        how: `${name}=${otherwise}`,
      });
      return choices.find((choice) => choice === value) ?? otherwise;
    },

    webAddress(name: string, otherwise: string): string {
      const advice = {
        wrong: "is not a web address",
        how: `${name}=${otherwise}`,
      };
      return optional(name, isWebAddress, advice) ?? otherwise;
    },

    origin(name: string, otherwise: string): string {
      const how = `${name}=https://portal.example.org`;
      const value = optional(name, isWebAddress, {
        wrong: "is not a web address",
        how,
      });
      if (value === undefined || !isWebAddress(value)) return otherwise;
      const url = new URL(value);
      if (url.pathname !== "/" || url.search || url.hash || url.username)
        refuse(name, "has more in it than scheme, host and port", how);
      return url.origin;
    },

    email(name: string): string | undefined {
      return optional(name, isEmail, {
        wrong: "is not a mail address",
        how: `${name}=you@example.org`,
      })?.toLowerCase();
    },

    /** `Name <address>` or a bare address. Without `otherwise` it has to be set. */
    sender(name: string, otherwise: string | undefined): string {
      const advice = {
        wrong: "is not a sender",
        how: `${name}="Attune <portal@example.org>"`,
      };
      const fits = (value: string) => isEmail(/^[^<>"\r\n]*<([^<>]+)>$/.exec(value)?.[1] ?? value);
      return otherwise === undefined
        ? required(name, fits, advice)
        : (optional(name, fits, advice) ?? otherwise);
    },

    /** The keys now: those in the variable, or those in the file whose path is in `<name>_FILE`. */
    encryptionKeys(name: string): { current: () => EncryptionKeys; file: string | undefined } {
      const how = `${name}=k1:<what this prints: openssl rand -base64 32> (a newer key goes in front, with a comma)`;
      const file = given(`${name}_FILE`);
      const text = given(name);
      try {
        if (file && text) problems.push(`${name} and ${name}_FILE are both set. Leave one out.`);
        else if (file) return { current: watchKeyFile(file, keysIn), file };
        else if (required(name, () => true, { wrong: "", how })) {
          const keys = keysIn(text ?? "");
          return { current: () => keys, file };
        }
      } catch (error) {
        const wrong = error instanceof UnusableKeys ? error.message : "cannot be read";
        refuse(file ? `${name}_FILE` : name, file ? `leads to a file that ${wrong}` : wrong, how);
      }
      return { current: () => [{ id: "", key: Buffer.alloc(0) }], file };
    },
  };
}

class UnusableKeys extends Error {}

function keysIn(text: string): EncryptionKeys {
  const keys = text.split(",").map(readKey);
  const [current, ...older] = keys.filter((key) => key !== undefined);
  if (!current || older.length + 1 < keys.length)
    throw new UnusableKeys("is not a list of name:key with keys of 32 bytes in base64");
  if (new Set(keys.map((key) => key?.id)).size < keys.length) throw new UnusableKeys("names two keys alike");
  return [current, ...older];
}

function readKey(entry: string): EncryptionKey | undefined {
  const [, id, base64] = /^([\w-]{1,32}):([A-Za-z0-9+/]{43}=?)$/.exec(entry.trim()) ?? [];
  return id && base64 ? { id, key: Buffer.from(base64, "base64") } : undefined;
}

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}

function isEmail(value: string): boolean {
  return value.length <= 254 && /^[^\s@"'<>,;:\\()[\]]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)*$/i.test(value);
}
