import type { Audience } from "#lib/lessons/course-files.ts";

export const audienceWords: Record<Audience, string> = {
  everyone: "For everybody",
  clients: "For clients",
  mentored: "For mentored professionals",
};

export const audienceMore: Record<Audience, string> = {
  everyone: "Anybody can read it, without signing in.",
  clients: "Whoever is a client here. Visitors see its name.",
  mentored: "Only who is in mentoring. Nobody else learns of it.",
};

const changes: Record<Audience, Partial<Record<Audience, string>>> = {
  everyone: {
    clients: "Visitors still see its name, and cannot open it any more. For clients nothing changes.",
    mentored:
      "Visitors and clients do not find it any more, not even its name. Professionals in mentoring still do.",
  },
  clients: {
    everyone: "Visitors can read it too, without signing in. For clients nothing changes.",
    mentored:
      "Clients do not find it any more, unless they are in mentoring. What they wrote in it stays theirs.",
  },
  mentored: {
    everyone: "Everybody finds it from now on, visitors too, without signing in.",
    clients: "All clients find it from now on. Visitors see its name.",
  },
};

/** Who will find a lesson, and who will not any more. */
export function audienceChange(from: Audience, to: Audience): string {
  return changes[from][to] ?? "Nothing changes.";
}
