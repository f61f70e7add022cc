export type Place = "us" | "ca" | "mx" | "eu" | "uk";

type Way = { words: string; to: `tel:${string}` | `sms:${string}` | `https://${string}` };

export type Resource = {
  id: string;
  place: Place;
  name: string;
  /** What happens when someone calls: one or two plain sentences. */
  whatHappens: string;
  hoursText: string;
  /** Hours are shown only when a person has checked them too, and not the number alone. */
  hoursVerified: boolean;
  ways: readonly Way[];
  /** The day someone last checked it, or nothing: then it stays hidden until someone has. */
  verifiedOn: string | null;
  sourceUrl: string;
};

export const places: readonly { id: Place; name: string }[] = [
  { id: "us", name: "United States" },
  { id: "ca", name: "Canada" },
  { id: "mx", name: "Mexico" },
  { id: "eu", name: "A country in the EU" },
  { id: "uk", name: "United Kingdom" },
];

const emergency = {
  name: "Emergency services",
  whatHappens: "They ask where you are and what is happening. Say the place first, in case the line drops.",
  hoursText: "Day and night.",
  hoursVerified: true,
  verifiedOn: "2026-11-12",
} as const;

export const resources: readonly Resource[] = [
  {
    ...emergency,
    id: "us-emergency",
    place: "us",
    ways: [{ words: "Call 911", to: "tel:911" }],
    sourceUrl: "https://www.911.gov/",
  },
  {
    id: "us-988",
    place: "us",
    name: "988 Suicide & Crisis Lifeline",
    whatHappens:
      "A short recorded menu comes first: 1 for veterans, 2 for Spanish. Or stay on the line. You can also call about someone else.",
    hoursText: "Free and confidential, day and night.",
    hoursVerified: true,
    ways: [
      { words: "Call 988", to: "tel:988" },
      { words: "Text 988", to: "sms:988" },
      { words: "Chat at 988lifeline.org", to: "https://988lifeline.org/" },
    ],
    verifiedOn: "2026-11-12",
    sourceUrl: "https://health.wyo.gov/",
  },
  {
    id: "us-domestic-violence",
    place: "us",
    name: "National Domestic Violence Hotline",
    whatHappens: "If you are afraid of someone close to you. They can help you think through what is safe.",
    hoursText: "Day and night.",
    hoursVerified: true,
    ways: [
      { words: "Call 1-800-799-7233", to: "tel:18007997233" },
      { words: "Text START to 88788", to: "sms:88788?body=START" },
      { words: "Chat at thehotline.org", to: "https://www.thehotline.org/" },
    ],
    verifiedOn: "2026-11-12",
    sourceUrl: "https://ovc.ojp.gov/",
  },
  {
    id: "us-crisis-text",
    place: "us",
    name: "Crisis Text Line",
    whatHappens: "A trained volunteer writes back.",
    hoursText: "Day and night.",
    hoursVerified: false,
    ways: [{ words: "Text HOME to 741741", to: "sms:741741?body=HOME" }],
    verifiedOn: null,
    sourceUrl: "https://www.crisistextline.org/",
  },
  {
    ...emergency,
    id: "ca-emergency",
    place: "ca",
    ways: [{ words: "Call 911", to: "tel:911" }],
    sourceUrl: "https://crtc.gc.ca/eng/phone/911/can.htm",
  },
  {
    id: "ca-988",
    place: "ca",
    name: "9-8-8: Suicide Crisis Helpline",
    whatHappens: "Anywhere in Canada, in English or French. You can also call about someone else.",
    hoursText: "Free, day and night.",
    hoursVerified: true,
    ways: [
      { words: "Call 9-8-8", to: "tel:988" },
      { words: "Text 9-8-8", to: "sms:988" },
    ],
    verifiedOn: "2026-11-12",
    sourceUrl: "https://mentalhealthcommission.ca/catalyst/988-launches-in-canada/",
  },
  {
    ...emergency,
    id: "mx-emergency",
    place: "mx",
    ways: [{ words: "Call 911", to: "tel:911" }],
    sourceUrl: "https://www.gob.mx/policiafederal/articulos/088-911-responder-ante-cualquier-llamado",
  },
  {
    id: "mx-linea-de-la-vida",
    place: "mx",
    name: "Línea de la Vida",
    whatHappens: "You say as much or as little as you like.",
    hoursText: "Free, 24 hours, every day.",
    hoursVerified: true,
    ways: [{ words: "Call 800 911 2000", to: "tel:8009112000" }],
    verifiedOn: "2026-11-12",
    sourceUrl: "https://www.eluniversal.com.mx/",
  },
  {
    ...emergency,
    id: "eu-emergency",
    place: "eu",
    ways: [{ words: "Call 112", to: "tel:112" }],
    sourceUrl: "https://digital-strategy.ec.europa.eu/en/policies/112",
  },
  {
    ...emergency,
    id: "uk-emergency",
    place: "uk",
    ways: [{ words: "Call 999", to: "tel:999" }],
    sourceUrl: "https://www.gov.uk/guidance/999-and-112-the-uks-national-emergency-numbers",
  },
];
