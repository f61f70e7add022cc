import type { GlyphName } from "#app/ui/lines.tsx";

type Kind = { name: string; glyph: GlyphName; text: string };

export const threeKinds: readonly (Kind & { more: string })[] = [
  {
    name: "Preparation",
    glyph: "nearing",
    text: "Getting to know each other. What draws you, what worries you, what should be left alone. Who is there for you afterwards.",
    more: "Usually two or three talks, at least three days apart.",
  },
  {
    name: "Guidance",
    glyph: "together",
    text: "The day itself. You are asked again, with a clear head, whether you want this. Then quiet support, an unhurried close, and a safe way home.",
    more: "Agreed together, never booked at a click. You can move it or cancel it up to the start.",
  },
  {
    name: "Integration",
    glyph: "opening",
    text: "Making sense of what you noticed, and trying a little of it in an ordinary week. Sleep, body, the people close to you.",
    more: "One talk in the first days, then after about one, two and four weeks. Each one is your choice.",
  },
];

export const otherCompany: readonly Kind[] = [
  {
    name: "Couples",
    glyph: "meeting",
    text: "A joint talk, and time alone with Sergio for each of you. What you write stays yours until you share it.",
  },
  {
    name: "Professionals",
    glyph: "beside",
    text: "Mentoring in psychedelic-assisted therapy for people who work in mental health. It does not replace supervision.",
  },
];

export const sergio = [
  ["Experience", "More than 30 years"],
  ["Traditions", "Indigenous Latin American wisdom traditions, studied at length in the region"],
  ["Mentored in", "Mexico, Peru, Brazil and Colombia"],
  ["Education", "A Western education in psychology and integrative medicine"],
  [
    "Methods",
    "Traditional guidance, NLP (neuro-linguistic programming) and modern psychology, in a coaching style of his own",
  ],
  ["In his words", "Lifelong healer, artist, spiritual counselor"],
  ["Not his role", "Therapist or doctor. He does not diagnose or treat."],
] as const;

export const steps = [
  {
    title: "Choose a time",
    text: "You see free times in your own time zone. Your name and an email address are enough.",
  },
  { title: "Talk first", text: "You ask, Sergio asks. He says what he can offer, and what he can’t." },
  { title: "Decide later", text: "Yes, no, or not now. All three are real answers." },
] as const;
