import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, type RefObject, useEffect, useRef, useState } from "react";
import { type SendError, type Sent, sendJson } from "#app/send.ts";
import { forgetTyped, recallTyped, rememberTyped, type Typed } from "./typed.ts";

type Wish = { typeId: string; zone: string; isClient: boolean; form: RefObject<HTMLFormElement | null> };
type Done = { status: "confirmed" | "requested"; bookingId: string } | { status: "held"; holdId: string };
type Errors = Partial<Record<"start" | "name" | "email" | "adult", string>>;

const fields = ["start", "name", "email", "adult"] as const;
const empty: Typed = { name: "", email: "" };

/** What is chosen and typed, what is wrong with it, and the sending of it. Nothing typed is ever dropped. */
export function useBooking({ typeId, zone, isClient, form }: Wish) {
  const router = useRouter();
  const queries = useQueryClient();
  const [start, setStart] = useState<string>();
  const [typed, setTyped] = useState(empty);
  const [adult, setAdult] = useState(false);
  const [errors, setErrors] = useState<Errors>({});
  const [problem, setProblem] = useState<string>();
  const [nearest, setNearest] = useState<{ wanted: string; times: NonNullable<SendError["nearest"]> }>();
  const [isSending, setSending] = useState(false);
  const keys = useRef(new Map<string, string>());

  // Not in the first render: the server does not know what this tab remembers.
  useEffect(() => setTyped(recallTyped), []);
  useEffect(() => {
    if (Object.keys(errors).length > 0)
      form.current?.querySelector<HTMLElement>("[aria-invalid=true], [data-invalid=true]")?.focus();
  }, [errors, form]);

  // The same wish keeps its key, so that pressing twice, or once more after a broken line, books once.
  function keyFor(body: string): string {
    const key = keys.current.get(body) ?? crypto.randomUUID();
    keys.current.set(body, key);
    return key;
  }

  async function send(): Promise<Sent<Done>> {
    const wish = { typeId, start, zone };
    const body = isClient ? wish : { ...wish, ...typed, adult };
    return sendJson<Done>(isClient ? "/api/bookings" : "/api/holds", body, {
      key: keyFor(JSON.stringify(body)),
    });
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isSending) return;
    const missing = findMissing({ start, isClient, adult, ...typed });
    setErrors(missing);
    setProblem(undefined);
    if (Object.keys(missing).length > 0) return;
    setSending(true);
    const sent = await send();
    if (sent.ok) return go(sent.data);
    setSending(false);
    explain(sent.error);
  }

  function go(done: Done) {
    if (done.status === "held") return router.push(`/book/held/${done.holdId}`);
    forgetTyped();
    router.push(`/sessions/${done.bookingId}`);
  }

  function explain(error: SendError) {
    const field = fields.find((name) => name === error.field);
    if (error.code === "taken" && start) {
      setNearest({ wanted: start, times: error.nearest ?? [] });
      setStart(undefined);
      void queries.invalidateQueries({ queryKey: ["slots"] });
    } else if (field) setErrors({ [field]: error.message });
    else setProblem(error.message);
  }

  return {
    start,
    typed,
    adult,
    errors,
    problem,
    nearest,
    isSending,
    submit,
    setAdult,
    choose: setStart,
    showAll: () => setNearest(undefined),
    type: (change: Partial<Typed>) =>
      setTyped((before) => {
        const after = { ...before, ...change };
        rememberTyped(after);
        return after;
      }),
  };
}
export type Booking = ReturnType<typeof useBooking>;

function findMissing(wish: { start?: string; isClient: boolean; adult: boolean } & Typed): Errors {
  const missing: Errors = {};
  if (!wish.start) missing.start = "Please choose a time.";
  if (wish.isClient) return missing;
  if (!wish.name.trim()) missing.name = "Please tell us what to call you.";
  if (!wish.email.trim()) missing.email = "Please give an address that we can write to.";
  if (!wish.adult) missing.adult = "Sessions are for adults. Please tick this if you are one.";
  return missing;
}
