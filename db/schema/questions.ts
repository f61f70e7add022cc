import { sql } from "drizzle-orm";
import {
  check,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, instant } from "./columns.ts";
import { coaches } from "./people.ts";

/** What a set of questions is asked for. Of each but `own` there is one, and one check-in for each of its days. */
export const templateKind = pgEnum("template_kind", [
  "preparation",
  "guidance",
  "guidance_day",
  "integration",
  "couple",
  "mentorship",
  "check_in",
  "own",
  "screening",
]);

export type QuestionType = "long" | "short" | "scale" | "choice" | "multi" | "yesno";

/** `talk_first` and `medical_review` wait for a conversation, `please_look` for the coach's eye, `note` for the brief. */
export type Tier = "talk_first" | "medical_review" | "note" | "please_look";

/** Which answers to a question matter now, and what follows from them. */
export type StoredConcern = {
  /** Of a choice, a multi or a yesno. */
  values?: string[];
  /** Of a scale. */
  atLeast?: number;
  atMost?: number;
  /** Only when the answer before it was such a one too. */
  twiceRunning?: boolean;
  tier: Tier;
  /** The tier of "I'd rather talk about it", where that is another one. It holds guidance. */
  onTalk?: "talk_first";
  /** Whether Support now stands under the answer; a list: under these values alone. */
  showsSupport: boolean | string[];
  holdsGuidance: boolean;
  /** What else is said under the answer. */
  says?: string;
};

/** `{coach}` in its words becomes the name of the reader's coach. */
export type StoredQuestion = {
  /** For ever the same question, in whichever words: so answers of years can be laid side by side. */
  key: string;
  type: QuestionType;
  text: string;
  /** Why we ask; a required question has it. */
  why: string;
  /** One line before a hard topic. */
  before: string;
  /** Stands beneath the field. */
  beneath: string;
  required: boolean;
  /** Both ends of a scale. */
  low: string;
  high: string;
  options: { key: string; text: string }[];
  /** Whether its author may show the answer to their partner. `never` cannot be changed. */
  partner: "never" | "no" | "may";
  firstTimeOnly: boolean;
  /** Coaches may say it in other words, and neither remove it nor change what it asks and what follows. */
  stays: boolean;
  concern: StoredConcern | null;
  /** Nothing is sent before this is the answer. */
  waitsFor: string | null;
};

/** A set of questions. Its questions are in its versions. */
export const reflectionTemplates = pgTable(
  "reflection_templates",
  {
    id: uuid().primaryKey().defaultRandom(),
    kind: templateKind().notNull(),
    name: text().notNull(),
    /** Of a check-in: so many days after guidance. */
    day: smallint(),
    position: smallint().notNull().default(0),
    /** Since when it is not asked any more. */
    archivedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("reflection_templates_kind")
      .on(t.kind, sql`coalesce(${t.day}, 0)`)
      .where(sql`${t.kind} <> 'own'`),
    check(
      "reflection_templates_day",
      sql`(${t.kind} = 'check_in') = (${t.day} is not null) and coalesce(${t.day} between 1 and 400, true)`,
    ),
  ],
);

/** What was asked, each for ever as it was: answers stay on the version they were written on. The newest is asked. */
export const templateVersions = pgTable(
  "template_versions",
  {
    id: uuid().primaryKey().defaultRandom(),
    templateId: uuid()
      .notNull()
      .references(() => reflectionTemplates.id),
    number: integer().notNull(),
    questions: jsonb().$type<StoredQuestion[]>().notNull(),
    /** Null: it came with the portal. */
    publishedBy: uuid().references(() => coaches.id),
    publishedAt: instant().notNull(),
  },
  (t) => [uniqueIndex("template_versions_number").on(t.templateId, t.number)],
);
