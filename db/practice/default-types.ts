import type { sessionTypes } from "../schema/index.ts";

type NewType = Omit<typeof sessionTypes.$inferInsert, "coachId" | "id">;

const byVideo = "By video. You get the link before you meet.";
const hour = 60;
const day = 24 * hour;

/** What a practice begins with; the coach changes all of it. Lengths in minutes. */
export const defaultTypes: NewType[] = [
  {
    kind: "first_conversation",
    name: "First conversation",
    summary: "For anyone. Nobody commits to anything.",
    minutes: 30,
    step: 30,
    cutOff: 4 * hour,
    horizonDays: 30,
    dailyLimit: 2,
    place: byVideo,
  },
  {
    kind: "preparation",
    name: "Preparation",
    summary: "Getting to know each other, before.",
    minutes: 75,
    step: 30,
    dailyLimit: 2,
    place: byVideo,
  },
  {
    kind: "guidance",
    name: "Guidance",
    summary: "The day itself. Something to ask for, and agree on together.",
    minutes: 480,
    after: 60,
    step: 30,
    notice: 7 * day,
    horizonDays: 90,
    cutOff: 0,
    mode: "request",
    openTo: "clients",
    dailyLimit: 1,
    nextDayLimit: 2,
    place: "You agree on the place together.",
  },
  {
    kind: "integration",
    name: "Integration",
    summary: "Making sense of what you noticed, after.",
    minutes: 60,
    step: 30,
    notice: 12 * hour,
    cutOff: 12 * hour,
    dailyLimit: 3,
    place: byVideo,
  },
  {
    kind: "couple",
    name: "Couple session",
    summary: "The two of you.",
    minutes: 90,
    step: 30,
    notice: 2 * day,
    mode: "request",
    openTo: "couples",
    dailyLimit: 1,
    weeklyLimit: 3,
    place: byVideo,
  },
  {
    kind: "mentorship",
    name: "Mentoring",
    summary: "For professionals in mental health.",
    minutes: 60,
    step: 30,
    notice: 2 * day,
    mode: "request",
    openTo: "mentees",
    weeklyLimit: 4,
    place: byVideo,
  },
];
