import type { World } from "./world.ts";

/** Without the constraints: what two see free, two take. */
export async function letSessionsOverlap({ look }: World): Promise<void> {
  await look`alter table bookings drop constraint bookings_no_overlap_coach`;
  await look`alter table booking_attendees drop constraint booking_attendees_no_overlap`;
}

/** Everybody who takes their turn gets a turn of their own: the number of a book is another one each time. */
export async function letNobodyWait({ look }: World): Promise<void> {
  await look.unsafe(`
    create function public.hashtextextended(text, bigint) returns bigint language sql volatile
      as $$ select (random() * 1e15)::bigint $$;
    do $$ begin execute format('alter database %I set search_path = public, pg_catalog', current_database()); end $$`);
  // Connections that are open keep looking where they did.
  await look`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and state = 'idle'`;
}

/** A function of the database with one thing about it changed. */
export async function changeFunction({ look }: World, name: string, what: RegExp, to: string): Promise<void> {
  const [found] = await look<{ source: string }[]>`
    select pg_get_functiondef(oid) as source from pg_proc where proname = ${name}`;
  const changed = found?.source.replace(what, to);
  if (!changed || changed === found?.source) throw new Error(`${name} is not what it was`);
  await look.unsafe(changed);
}
