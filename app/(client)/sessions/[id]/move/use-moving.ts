import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, type RefObject, useEffect, useState } from "react";
import type { ChoosingAnew } from "#app/(public)/book/choosing.ts";
import { askJson, type SendError, sendJson } from "#app/send.ts";
import type { MovePlan, OtherPlan } from "#lib/arcs/plan-move.ts";
import { type Choices, changedOf, chosenOthers, movesOf } from "./others.ts";

type Wish = {
  bookingId: string;
  zone: string;
  wanted: string | undefined;
  /** Whether others go along. */
  hasOthers: boolean;
  form: RefObject<HTMLFormElement | null>;
};

/** The new time that is chosen, and the moving to it. The old one stays until the portal has said yes. */
export function useMoving({ bookingId, zone, wanted, hasOthers, form }: Wish) {
  const router = useRouter();
  const queries = useQueryClient();
  const [start, setStart] = useState(wanted);
  const [errors, setErrors] = useState<{ start?: string }>({});
  const [problem, setProblem] = useState<SendError>();
  const [nearest, setNearest] = useState<ChoosingAnew["nearest"]>();
  const [isSending, setSending] = useState(false);
  const [choices, setChoices] = useState<Choices>({});
  const [anew, setAnew] = useState<{ others: OtherPlan[]; changed: string[] }>();
  const asked = planQuery(bookingId, start ?? "", zone);
  const plan = useQuery({ ...asked, enabled: hasOthers && start !== undefined });
  const others = chosenOthers(anew?.others ?? plan.data?.others ?? [], choices);

  useEffect(() => {
    if (errors.start) form.current?.querySelector<HTMLElement>("[data-invalid=true]")?.focus();
  }, [errors, form]);

  /** Another day has other times around it. */
  function choose(next: string | undefined) {
    setStart(next);
    setErrors({});
    setProblem(undefined);
    setChoices({});
    setAnew(undefined);
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isSending) return;
    setProblem(undefined);
    setErrors(start ? {} : { start: "Please choose a time." });
    if (!start) return;
    if (hasOthers && !plan.data) return setProblem(onItsWay);
    setSending(true);
    const along = hasOthers ? { others: movesOf(others) } : {};
    const sent = await sendJson(`/api/bookings/${bookingId}/move`, { start, zone, ...along });
    if (sent.ok) {
      router.push(`/sessions/${bookingId}`);
      router.refresh();
      return;
    }
    setSending(false);
    explain(sent.error, start);
  }

  function explain(error: SendError & { others?: OtherPlan[] }, gone: string) {
    if (error.code !== "taken") return setProblem(error);
    void queries.invalidateQueries({ queryKey: ["slots"] });
    if (error.others) {
      const changed = changedOf(others, error.others);
      setAnew({ others: error.others, changed });
      setChoices((before) => ({ ...before, ...Object.fromEntries(changed.map((id) => [id, undefined])) }));
      return setProblem({ ...error, message: `${error.message} Please look once more at where they go.` });
    }
    choose(undefined);
    setNearest({ wanted: gone, times: error.nearest ?? [] });
  }

  return {
    start,
    choose,
    errors,
    problem,
    nearest,
    showAll: () => setNearest(undefined),
    plan,
    others,
    changed: anew?.changed ?? [],
    chooseOther: (id: string, choice: string | null) => setChoices((before) => ({ ...before, [id]: choice })),
    isSending,
    submit,
  };
}
export type Moving = ReturnType<typeof useMoving>;

const onItsWay: SendError = {
  code: "on_its_way",
  message: "Where the others go is still being looked up. Please press once more in a moment.",
};

export function planQuery(bookingId: string, start: string, zone: string) {
  return queryOptions({
    queryKey: ["move-plan", bookingId, start],
    queryFn: ({ signal }) =>
      askJson<MovePlan>(
        `/api/bookings/${bookingId}/move-plan?${new URLSearchParams({ start, zone })}`,
        signal,
      ),
    staleTime: 60_000,
    refetchOnWindowFocus: false,
    retry: 1,
  });
}
