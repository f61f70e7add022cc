import type { sessionTypes } from "../schema/index.ts";

type NewType = Omit<typeof sessionTypes.$inferInsert, "coachId" | "id">;

const byVideo = "By video. Sergio sends the link before you meet.";
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
    place: byVideo,
  },
  {
    kind: "preparation",
    name: "Preparation",
    summary: "Getting to know each other, before.",
    minutes: 75,
    step: 30,
    place: byVideo,
  },
  {
    kind: "guidance",
    name: "Guidance",
    summary: "The day itself. Something to ask for, and agree on together.",
    minutes: 480,
    step: 30,
    notice: 7 * day,
    cutOff: 0,
    mode: "request",
    place: "You agree on the place together.",
  },
  {
    kind: "integration",
    name: "Integration",
    summary: "Making sense of what you noticed, after.",
    minutes: 60,
    step: 30,
    place: byVideo,
  },
  {
    kind: "couple",
    name: "Couple session",
    summary: "The two of you.",
    minutes: 90,
    step: 30,
    place: byVideo,
    offered: false,
  },
  {
    kind: "mentorship",
    name: "Mentoring",
    summary: "For professionals in mental health.",
    minutes: 60,
    step: 30,
    place: byVideo,
    offered: false,
  },
];
