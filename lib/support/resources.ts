/** Where a line is for; `anywhere` for all of them. */
export type Place = "us" | "ca" | "mx" | "eu" | "uk";

export type Way = { words: string; to: string };

/** A line that people can turn to. */
export type Resource = {
  id: string;
  place: Place | "anywhere";
  /** For whom it is: somebody in danger, or somebody for whom it is a lot. */
  urgency: "now" | "hard";
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
  urgency: "now",
  name: "Emergency services",
  whatHappens: "They ask where you are and what is happening. Say the place first, in case the line drops.",
  hoursText: "Day and night.",
  hoursVerified: true,
  verifiedOn: "2026-11-12",
} as const;

/** What comes with the portal, and what is shown whenever nothing else can be read. */
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
    urgency: "now",
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
    urgency: "now",
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
    urgency: "now",
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
    urgency: "now",
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
    urgency: "now",
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
  {
    id: "us-fireside",
    place: "us",
    urgency: "hard",
    name: "Fireside Project",
    whatHappens: "Somebody listens while it is a lot, or afterwards. It is free, and it is not medical help.",
    hoursText: "",
    hoursVerified: false,
    ways: [
      { words: "Call 623-473-7433", to: "tel:6234737433" },
      { words: "Text 623-473-7433", to: "sms:6234737433" },
    ],
    verifiedOn: null,
    sourceUrl: "https://firesideproject.org/",
  },
  {
    id: "anywhere-iceers",
    place: "anywhere",
    urgency: "hard",
    name: "ICEERS support centre",
    whatHappens: "You write to them, and they answer when they can. It is not for emergencies.",
    hoursText: "",
    hoursVerified: false,
    ways: [{ words: "Open iceers.org", to: "https://www.iceers.org/" }],
    verifiedOn: null,
    sourceUrl: "https://www.iceers.org/",
  },
  {
    id: "anywhere-challenging-experiences",
    place: "anywhere",
    urgency: "hard",
    name: "Challenging Psychedelic Experiences Project",
    whatHappens: "A group of people who have been through something hard meets online.",
    hoursText: "",
    hoursVerified: false,
    ways: [],
    verifiedOn: null,
    sourceUrl: "https://psychedelicnetwork.org.uk/",
  },
];
