import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, type RefObject, useEffect, useState } from "react";
import { type SendError, sendJson } from "#app/send.ts";

type Wish = {
  bookingId: string;
  zone: string;
  wanted: string | undefined;
  form: RefObject<HTMLFormElement | null>;
};

/** The new time that is chosen, and the moving to it. The old one stays until the portal has said yes. */
export function useMoving({ bookingId, zone, wanted, form }: Wish) {
  const router = useRouter();
  const queries = useQueryClient();
  const [start, setStart] = useState(wanted);
  const [errors, setErrors] = useState<{ start?: string }>({});
  const [problem, setProblem] = useState<SendError>();
  const [nearest, setNearest] = useState<{ wanted: string; times: NonNullable<SendError["nearest"]> }>();
  const [isSending, setSending] = useState(false);

  useEffect(() => {
    if (errors.start) form.current?.querySelector<HTMLElement>("[data-invalid=true]")?.focus();
  }, [errors, form]);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isSending) return;
    setProblem(undefined);
    setErrors(start ? {} : { start: "Please choose a time." });
    if (!start) return;
    setSending(true);
    const sent = await sendJson(`/api/bookings/${bookingId}/move`, { start, zone });
    if (sent.ok) {
      router.push(`/sessions/${bookingId}`);
      router.refresh();
      return;
    }
    setSending(false);
    if (sent.error.code !== "taken") return setProblem(sent.error);
    setNearest({ wanted: start, times: sent.error.nearest ?? [] });
    setStart(undefined);
    void queries.invalidateQueries({ queryKey: ["slots"] });
  }

  function choose(next: string | undefined) {
    setStart(next);
    setErrors({});
  }

  const showAll = () => setNearest(undefined);
  return { start, choose, errors, problem, nearest, showAll, isSending, submit };
}
