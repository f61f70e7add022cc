/** Where a page of the timeline ends: microseconds since 1970 as the database has them, and which of those at that time. */
export type Place = { micros: string; id: string };

const form = /^(\d{1,17})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** From the address. Anything else that stands there means the newest page. */
export function placeIn(asked: string | string[] | undefined): Place | undefined {
  const [, micros, id] = (typeof asked === "string" && form.exec(asked)) || [];
  return micros && id ? { micros, id } : undefined;
}

export const placeWords = ({ micros, id }: Place) => `${micros}.${id}`;

export const shows = ["everything", "sessions", "written", "notes", "lessons", "messages"] as const;
export type Show = (typeof shows)[number];

export const showIn = (asked: string | string[] | undefined): Show =>
  shows.find((one) => one === asked) ?? "everything";
