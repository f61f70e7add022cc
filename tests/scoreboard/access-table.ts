/** A status, or a redirect: "→ /sign-in" for anybody who has to sign in first. */
export type Expected = number | `→ ${string}`;

/** For what belongs to somebody: theirs or not. Not theirs and not there are the same answer, byte for byte. */
type ByOwner = { own: Expected; other: Expected };
/** For what an unguessable address opens to whoever has it. */
type ByKnowing = { known: Expected; absent: Expected };

export type Rule = Expected | ByOwner | ByKnowing;
/** A visitor is also whoever was signed in once: access ended, session run out, cookie made up. */
export type Row = {
  visitor: Rule;
  client: Rule;
  coach: Rule;
  /** As any coach, where nothing else is said. */
  owner?: Rule;
};

const all = (rule: Rule): Row => ({ visitor: rule, client: rule, coach: rule });
const signIn = "→ /sign-in";
const own: ByOwner = { own: 200, other: 404 };
const bearer: ByKnowing = { known: 200, absent: 404 };

/** Who gets what. What a route is not listed with here, it answers 405. A route that is not here fails the test. */
export const accessTable: Record<string, Row> = {
  // For everybody
  "GET /": all(200),
  "GET /book": all(200),
  "GET /support": all(200),
  "GET /privacy": all(200),
  "GET /confidentiality": all(200),
  "GET /icon.svg": all(200),
  "GET /api/slots": all(200),
  "GET /api/health/live": all(200),
  "GET /api/health/ready": all(200),

  // Lessons: a visitor reads what is for everybody, and is told nothing of the others
  "GET /lessons": all(200),
  "GET /lessons/[slug]": { visitor: 404, client: bearer, coach: bearer },
  "POST /api/lessons/[id]/progress": { visitor: 401, client: bearer, coach: 404 },
  "POST /api/lessons/[id]/place": { visitor: 401, client: bearer, coach: 404 },

  // Signing in and out
  "GET /sign-in": { visitor: 200, client: "→ /sessions", coach: "→ /coach" },
  "GET /sign-in/confirm": { visitor: 200, client: "→ /sessions", coach: "→ /coach" },
  "POST /api/sign-in": all(200),
  "POST /api/sign-in/again": all(409),
  "POST /api/sign-in/code": all(422),
  "POST /api/sign-in/confirm": all(409),
  "POST /api/sign-out": all(200),

  // A visitor's time: its page's address is all that opens it
  "POST /api/holds": all(200),
  "GET /book/held/[id]": all(bearer),
  "POST /api/holds/[id]/resend": all(bearer),
  "POST /api/holds/[id]/release": all(200),
  "POST /api/holds/[id]/confirm": { visitor: 401, client: own, coach: 404 },

  // A client's sessions
  "POST /api/bookings": { visitor: 401, client: 200, coach: 404 },
  "GET /sessions": { visitor: signIn, client: 200, coach: 404 },
  "GET /sessions/[id]": { visitor: signIn, client: own, coach: 404 },
  "GET /sessions/[id]/cancel": { visitor: signIn, client: own, coach: 404 },
  "GET /sessions/[id]/move": { visitor: signIn, client: own, coach: 404 },
  "GET /sessions/[id]/reflection": { visitor: signIn, client: own, coach: 404 },
  "GET /sessions/[id]/today": { visitor: signIn, client: own, coach: 404 },
  "GET /sessions/[id]/check-in/[day]": { visitor: signIn, client: own, coach: 404 },
  "GET /api/bookings/[id]/calendar": { visitor: 404, client: own, coach: own },
  "POST /api/bookings/[id]/cancel": { visitor: 401, client: own, coach: own },
  "GET /api/bookings/[id]/times": { visitor: 401, client: own, coach: 404 },
  "POST /api/bookings/[id]/move": { visitor: 401, client: own, coach: 404 },
  "GET /api/bookings/[id]/move-plan": { visitor: 401, client: own, coach: own },
  "GET /api/arcs/plan": { visitor: 401, client: 200, coach: 404 },
  "POST /api/arcs": { visitor: 401, client: 200, coach: 404 },
  "POST /api/bookings/[id]/accept": { visitor: 401, client: own, coach: 404 },
  "POST /api/bookings/[id]/agree": { visitor: 401, client: own, coach: 404 },

  // A person's own calendar: its secret address opens it to a program, the rest needs them
  "GET /calendar/[file]": all(bearer),
  "GET /sessions/calendar": { visitor: signIn, client: 200, coach: 404 },
  "GET /coach/calendar-address": { visitor: signIn, client: 404, coach: 200 },
  "POST /api/calendar-feed": { visitor: 401, client: 200, coach: 200 },
  "POST /api/calendar-feed/stop": { visitor: 401, client: 200, coach: 200 },

  // What a client writes in lessons, and whom they show it to
  "POST /api/reflections": { visitor: 401, client: 200, coach: 404 },
  "POST /api/reflections/share": { visitor: 401, client: own, coach: 404 },
  "GET /journal": { visitor: signIn, client: 200, coach: 404 },
  "GET /journal/new": { visitor: signIn, client: 200, coach: 404 },
  "GET /journal/shown": { visitor: signIn, client: 200, coach: 404 },
  "GET /journal/[id]": { visitor: signIn, client: own, coach: 404 },
  "POST /api/journal": { visitor: 401, client: 200, coach: 404 },
  "POST /api/journal/share": { visitor: 401, client: own, coach: 404 },
  "POST /api/journal/search": { visitor: 401, client: 200, coach: 404 },
  "POST /api/journal/[id]/throw-away": { visitor: 401, client: own, coach: 404 },
  "POST /api/journal/[id]/bring-back": { visitor: 401, client: own, coach: 404 },
  "GET /agreements": { visitor: signIn, client: 200, coach: 404 },
  "GET /agreements/[topic]": { visitor: signIn, client: bearer, coach: 404 },
  "POST /api/agreements": { visitor: 401, client: own, coach: 404 },
  "POST /api/agreements/withdraw": { visitor: 401, client: own, coach: 404 },
  "POST /api/agreements/stand-again": { visitor: 401, client: own, coach: 404 },
  "POST /api/agreements/copy": { visitor: 401, client: own, coach: 404 },
  "GET /day-plan": { visitor: signIn, client: 200, coach: 404 },
  "POST /api/day-plan": { visitor: 401, client: own, coach: 404 },
  "POST /api/day-plan/clear": { visitor: 401, client: own, coach: 404 },
  "GET /coach/clients/[id]/agreements": { visitor: signIn, client: 404, coach: own },
  "POST /api/coach/clients/[id]/agreements": { visitor: 401, client: 404, coach: own },
  "POST /api/coach/clients/[id]/call": { visitor: 401, client: 404, coach: own },
  "POST /api/coach/bookings/[id]/asked-again": { visitor: 401, client: 404, coach: own },
  "POST /api/coach/bookings/[id]/asked-again/undo": { visitor: 401, client: 404, coach: own },
  "GET /looking-back": { visitor: signIn, client: 200, coach: 404 },
  "GET /looking-back/[id]": { visitor: signIn, client: own, coach: 404 },
  "POST /api/looking-back/export": { visitor: 401, client: 200, coach: 404 },
  "POST /api/reflections/shares/[id]/take-back": { visitor: 401, client: own, coach: 404 },
  "POST /api/reflections/shares/[id]/undo": { visitor: 401, client: own, coach: 404 },

  // What is asked of a client beside a session
  "POST /api/reflections/asked": { visitor: 401, client: own, coach: 404 },
  "POST /api/reflections/asked/share": { visitor: 401, client: own, coach: 404 },
  "POST /api/reflections/asked/partner": { visitor: 401, client: own, coach: 404 },

  // What is asked of a client about their health: for each coach they go a way with, and for no other
  "GET /questions": { visitor: signIn, client: 200, coach: 404 },
  "POST /api/screenings/keep": { visitor: 401, client: own, coach: 404 },
  "POST /api/screenings/share": { visitor: 401, client: own, coach: 404 },
  "GET /coach/clients/[id]/screening": { visitor: signIn, client: 404, coach: own },
  "POST /api/coach/screenings/[id]/move": { visitor: 401, client: 404, coach: own },

  // What clients share beside lessons, and what waits for a talk: for the coach it was shared with
  "GET /coach/reflections/[id]": { visitor: signIn, client: 404, coach: own },
  "POST /api/coach/reflections/[id]/open": { visitor: 401, client: 404, coach: own },
  "POST /api/coach/flags/[id]/settle": { visitor: 401, client: 404, coach: own },
  "POST /api/coach/flags/[id]/undo": { visitor: 401, client: 404, coach: own },

  // The coach's desk
  "GET /coach": { visitor: signIn, client: 404, coach: 200 },
  "GET /coach/calendar": { visitor: signIn, client: 404, coach: 200 },
  "GET /coach/availability": { visitor: signIn, client: 404, coach: 200 },
  "GET /coach/sessions/[id]": { visitor: signIn, client: 404, coach: own },
  "GET /coach/sessions/[id]/cancel": { visitor: signIn, client: 404, coach: own },
  "GET /coach/sessions/[id]/decline": { visitor: signIn, client: 404, coach: own },
  "GET /coach/sessions/[id]/propose": { visitor: signIn, client: 404, coach: own },
  "GET /coach/sessions/[id]/versions": { visitor: signIn, client: 404, coach: own },
  "GET /coach/sessions/[id]/summary": { visitor: signIn, client: 404, coach: own },
  "POST /api/coach/notes": { visitor: 401, client: 404, coach: own },
  "POST /api/coach/notes/finish": { visitor: 401, client: 404, coach: own },
  "POST /api/coach/summaries": { visitor: 401, client: 404, coach: own },
  "POST /api/coach/summaries/send": { visitor: 401, client: 404, coach: own },
  "POST /api/coach/summaries/sent/[id]/take-back": { visitor: 401, client: 404, coach: own },
  "POST /api/coach/versions/[id]/restore": { visitor: 401, client: 404, coach: own },
  "GET /coach/templates": { visitor: signIn, client: 404, coach: 200 },
  "GET /coach/templates/[id]": { visitor: signIn, client: 404, coach: own },
  "GET /api/coach/templates": { visitor: 401, client: 404, coach: 200 },
  "POST /api/coach/templates/[id]": { visitor: 401, client: 404, coach: own },
  "POST /api/coach/templates/[id]/remove": { visitor: 401, client: 404, coach: own },
  "POST /api/coach/templates/[id]/bring-back": { visitor: 401, client: 404, coach: own },
  "GET /coach/search": { visitor: signIn, client: 404, coach: 200 },
  "POST /api/coach/search": { visitor: 401, client: 404, coach: 200 },
  "GET /coach/clients": { visitor: signIn, client: 404, coach: 200 },
  "GET /coach/calendar/book": { visitor: signIn, client: 404, coach: 200 },
  "POST /api/coach/bookings": { visitor: 401, client: 404, coach: own },
  "POST /api/coach/bookings/[id]/move": { visitor: 401, client: 404, coach: own },
  "POST /api/coach/bookings/[id]/cancel": { visitor: 401, client: 404, coach: own },
  "POST /api/coach/bookings/[id]/confirm": { visitor: 401, client: 404, coach: own },
  "POST /api/coach/bookings/[id]/decline": { visitor: 401, client: 404, coach: own },
  "POST /api/coach/bookings/[id]/propose": { visitor: 401, client: 404, coach: own },
  "POST /api/coach/bookings/[id]/mark": { visitor: 401, client: 404, coach: own },
  "POST /api/coach/bookings/[id]/lessons": { visitor: 401, client: 404, coach: own },
  "POST /api/coach/suggestions/[id]/remove": { visitor: 401, client: 404, coach: own },
  "POST /api/coach/suggestions/restore": { visitor: 401, client: 404, coach: 200 },
  "POST /api/coach/journeys/[id]/archive": { visitor: 401, client: 404, coach: own },
  "POST /api/coach/clients/agreed": { visitor: 401, client: 404, coach: own },
  "POST /api/availability/hours": { visitor: 401, client: 404, coach: 200 },
  "POST /api/availability/date": { visitor: 401, client: 404, coach: 200 },
  "POST /api/availability/date/remove": { visitor: 401, client: 404, coach: 200 },
  "POST /api/availability/time-off": { visitor: 401, client: 404, coach: own },
  "POST /api/availability/time-off/remove": { visitor: 401, client: 404, coach: own },
  "POST /api/availability/session-type": { visitor: 401, client: 404, coach: own },
  "GET /api/availability/preview": { visitor: 401, client: 404, coach: own },
  "POST /api/busy-feeds": { visitor: 401, client: 404, coach: 200 },
  "POST /api/busy-feeds/restore": { visitor: 401, client: 404, coach: 200 },
  "POST /api/busy-feeds/[id]": { visitor: 401, client: 404, coach: own },
  "POST /api/busy-feeds/[id]/refresh": { visitor: 401, client: 404, coach: own },
  "POST /api/busy-feeds/[id]/remove": { visitor: 401, client: 404, coach: own },

  // The practice, which is the owner's
  "GET /coach/practice": { visitor: signIn, client: 404, coach: 404, owner: 200 },
  "GET /coach/practice/agreements": { visitor: signIn, client: 404, coach: 200 },
  "GET /coach/practice/agreements/[topic]": { visitor: signIn, client: 404, coach: bearer },
  "POST /api/practice/agreements/preview": { visitor: 401, client: 404, coach: 404, owner: 200 },
  "POST /api/practice/agreements/[topic]": { visitor: 401, client: 404, coach: 404, owner: bearer },
  "POST /api/practice/agreements/[topic]/confirm": { visitor: 401, client: 404, coach: 404, owner: bearer },
  "POST /api/practice/invitations": { visitor: 401, client: 404, coach: 404, owner: 200 },
  "POST /api/practice/invitations/[id]/again": { visitor: 401, client: 404, coach: 404, owner: bearer },
  "POST /api/practice/invitations/[id]/withdraw": { visitor: 401, client: 404, coach: 404, owner: bearer },

  // Whom people can turn to, looked after by the owner
  "GET /coach/practice/support": { visitor: signIn, client: 404, coach: 404, owner: 200 },
  "GET /coach/practice/support/new": { visitor: signIn, client: 404, coach: 404, owner: 200 },
  "GET /coach/practice/support/[id]": { visitor: signIn, client: 404, coach: 404, owner: bearer },
  "POST /api/practice/support": { visitor: 401, client: 404, coach: 404, owner: 200 },
  "POST /api/practice/support/[id]": { visitor: 401, client: 404, coach: 404, owner: bearer },
  "POST /api/practice/support/[id]/check": { visitor: 401, client: 404, coach: 404, owner: bearer },
  "POST /api/practice/support/[id]/hide": { visitor: 401, client: 404, coach: 404, owner: bearer },
  "POST /api/practice/support/[id]/remove": { visitor: 401, client: 404, coach: 404, owner: bearer },
  "POST /api/practice/support/[id]/bring-back": { visitor: 401, client: 404, coach: 404, owner: bearer },
  "POST /api/practice/test-mail": { visitor: 401, client: 404, coach: 404, owner: 200 },

  // What a person keeps of themselves; the secret of a letter's foot ends mail of its kind without a sign-in
  "GET /account": { visitor: signIn, client: 200, coach: 404 },
  "GET /coach/account": { visitor: signIn, client: 404, coach: 200 },
  "POST /api/account/person": { visitor: 401, client: 200, coach: 200 },
  "POST /api/account/mail": { visitor: 401, client: 200, coach: 200 },
  "GET /mail/off": all(200),
  "POST /api/mail/off": all(bearer),
  "POST /api/mail/choice": all("→ /mail/off"),
  // Mail, and what became of it: a coach sees their clients', the owner all. Resend signs what it tells
  "GET /coach/clients/[id]": { visitor: signIn, client: 404, coach: own },
  "GET /coach/clients/[id]/mail": { visitor: signIn, client: 404, coach: own },
  "POST /api/coach/messages/[id]/again": { visitor: 401, client: 404, coach: own, owner: bearer },
  "GET /coach/practice/mail": { visitor: signIn, client: 404, coach: 404, owner: 200 },
  "POST /api/webhooks/resend": all(401),
  // The practice's lessons, which are every coach's to write
  "GET /coach/lessons": { visitor: signIn, client: 404, coach: 200 },
  "GET /coach/lessons/[id]/versions": { visitor: signIn, client: 404, coach: bearer },
  "POST /api/coach/lessons": { visitor: 401, client: 404, coach: bearer },
  "POST /api/coach/lessons/[id]/audience": { visitor: 401, client: 404, coach: bearer },
  "POST /api/coach/lessons/[id]/withdraw": { visitor: 401, client: 404, coach: bearer },
  "POST /api/coach/lessons/[id]/bring-back": { visitor: 401, client: 404, coach: bearer },
  "POST /api/coach/lessons/[id]/languages": { visitor: 401, client: 404, coach: 404 },
  "POST /api/coach/lessons/[id]/restore": { visitor: 401, client: 404, coach: 404 },
  "POST /api/coach/lessons/[id]/restore/undo": { visitor: 401, client: 404, coach: 409 },
  "POST /api/coach/lessons/courses": { visitor: 401, client: 404, coach: 200 },
  "POST /api/coach/lessons/courses/[id]": { visitor: 401, client: 404, coach: bearer },
  "POST /api/coach/lessons/courses/[id]/order": { visitor: 401, client: 404, coach: bearer },
  "GET /api/coach/lessons/courses/[id]/export": { visitor: 401, client: 404, coach: bearer },
  // Files come as a form, which is tried elsewhere: what is sent here is not one
  "POST /api/coach/lessons/import": { visitor: 401, client: 404, coach: 422 },
  "POST /api/coach/lessons/import/look": { visitor: 401, client: 404, coach: 422 },
  // A coach's words in letters
  "GET /coach/letters": { visitor: signIn, client: 404, coach: 200 },
  "GET /coach/letters/[kind]": { visitor: signIn, client: 404, coach: bearer },
  "POST /api/coach/letters": { visitor: 401, client: 404, coach: 200 },
  "GET /api/coach/letters/preview": { visitor: 401, client: 404, coach: 200 },
  // Lessons as coaches write them: all of a practice's coaches write in all of them
  "GET /coach/lessons/[id]": { visitor: signIn, client: 404, coach: bearer },
  "GET /coach/lessons/[id]/preview": { visitor: signIn, client: 404, coach: bearer },
  "POST /api/coach/lessons/[id]/draft": { visitor: 401, client: 404, coach: bearer },
  "POST /api/coach/lessons/[id]/publish": { visitor: 401, client: 404, coach: bearer },
  "POST /api/coach/lessons/[id]/discard": { visitor: 401, client: 404, coach: bearer },
  // What clients are asked, in the words of any coach of the practice
  "GET /coach/questions": { visitor: signIn, client: 404, coach: 200 },
  "GET /coach/questions/[id]": { visitor: signIn, client: 404, coach: bearer },
  "GET /coach/questions/[id]/versions": { visitor: signIn, client: 404, coach: bearer },
  "GET /coach/questions/[id]/preview": { visitor: signIn, client: 404, coach: bearer },
  "POST /api/coach/questions": { visitor: 401, client: 404, coach: 200 },
  "POST /api/coach/questions/[id]": { visitor: 401, client: 404, coach: bearer },
  "POST /api/coach/questions/[id]/archive": { visitor: 401, client: 404, coach: bearer },
  "POST /api/coach/questions/[id]/bring-back": { visitor: 401, client: 404, coach: bearer },
  "POST /api/coach/questions/for-session": { visitor: 401, client: 404, coach: own },

  // Next's own pages for what went wrong
  "GET /_not-found": all(404),
  "GET /_global-error": all(404),
};
