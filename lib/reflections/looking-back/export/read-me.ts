/** Says what each file and each field of the export is. */
export const readMe = `What is in this folder

what-i-wrote.html  All that you wrote here, to read or to print. Open it in a browser.
what-i-wrote.json  The same for programs.

Nobody else has these files. Keep them where only you can read them.


The fields of what-i-wrote.json

exportedAt   when this was made. All times are in UTC, as in 2026-12-01T10:00:00.000Z
zone         the time zone that you read times in
writing      what you wrote, the oldest first. Each has:

  id            its name in the portal
  kind          session: before a session. guidance_day: on the day of one.
                check_in: some days after one. lesson: in a lesson. journal: in your journal
  title         what it is called in the document
  begunAt       when you began it
  writtenAt     when you last wrote in it
  thrownAwayAt  when you threw it away, or null
  session       which session it belongs to, or null: id, start, coach
  daysAfter     of a check_in: how many days after the session, or null
  lesson        in which lesson it stands, or null: title, part, and block, the part's name in the portal
  answers       what you wrote, one for each question or field that is not blank:
    key         the name of the question or the field. The same question has the same key each time
    question    what was asked, as it stood when you wrote. Blank in a journal
    answer      as it is kept: text, a number from 0 to 10, the key of what you chose, or a list of such keys
    words       the same as it is read
    ends        what the ends of a scale mean, or null
  leftBlank     what was asked and you left blank
  shares        each copy that you showed to somebody, the newest first:
    with        whom you showed it to
    as          coach or partner
    sharedAt    when you shared it
    readableFrom  from when they could read it
    openedAt    when they opened it, or null: they did not, or it is not known
    endedAt     when you took it back or a newer copy took its place, or null: they can read it still
    answers     what stands in that copy, by key

summaries    what was written for you after sessions, the newest first. Each has:

  id, from, sentAt  its name in the portal, who wrote it, and when it was sent
  session       which session it is about: id, start
  parts         key, what it is about, and the words
`;
