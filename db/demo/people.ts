/** The people of the demo practice. All but the coach's first name is made up; addresses lead nowhere. */
export const demoPeople = {
  coach: {
    id: "5e000000-0000-4000-8000-000000000001",
    role: "coach",
    name: "Sergio",
    email: "coach@example.org",
    zone: "UTC",
  },
  mara: {
    id: "5e000000-0000-4000-8000-000000000002",
    role: "client",
    name: "Mara",
    email: "mara@example.org",
    zone: "Europe/Lisbon",
  },
  jonas: {
    id: "5e000000-0000-4000-8000-000000000003",
    role: "client",
    name: "Jonas",
    email: "jonas@example.org",
    zone: "Europe/Berlin",
  },
  ute: {
    id: "5e000000-0000-4000-8000-000000000004",
    role: "client",
    name: "Ute",
    email: "ute@example.org",
    zone: "Europe/Berlin",
  },
} as const;

/** Who one may sign in as, for the terminal and the sign-in page. */
export const demoAccounts = [
  { role: "coach", name: demoPeople.coach.name, email: demoPeople.coach.email },
  { role: "client", name: demoPeople.mara.name, email: demoPeople.mara.email },
  {
    role: "couple",
    name: demoPeople.jonas.name,
    email: demoPeople.jonas.email,
  },
  { role: "couple", name: demoPeople.ute.name, email: demoPeople.ute.email },
];
