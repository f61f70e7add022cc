import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, type RefObject, useEffect, useRef, useState } from "react";
import { askJson, type SendError, sendJson } from "#app/send.ts";
import type { ArcPlan, StepPlan } from "#lib/arcs/plan.ts";
import { stepWords } from "#lib/arcs/words.ts";
import type { ChoosingAnew } from "./choosing.ts";
import { type Anew, type Choices, goneWords, plannedSteps, type Step, stepsToAsk } from "./day-plan.ts";

type Wish = { typeId: string; zone: string; isDay: boolean; form: RefObject<HTMLFormElement | null> };
type Errors = Partial<Record<"start" | "law", string>>;

const onItsWay: SendError = {
  code: "on_its_way",
  message: "The plan is still on its way. Please look at it first, then press once more.",
};

/** A day that is asked for with all that goes with it. What was chosen stays, whatever the portal answers. */
export function useDay({ typeId, zone, isDay, form }: Wish) {
  const router = useRouter();
  const queries = useQueryClient();
  const [start, setStart] = useState<string>();
  const [choices, setChoices] = useState<Choices>({});
  const [anew, setAnew] = useState<Anew>({});
  const [law, setLaw] = useState(false);
  const [errors, setErrors] = useState<Errors>({});
  const [problem, setProblem] = useState<SendError>();
  const [nearest, setNearest] = useState<ChoosingAnew["nearest"]>();
  const [isSending, setSending] = useState(false);
  const keys = useRef(new Map<string, string>());
  const plan = useQuery({ ...planQuery(typeId, start ?? "", zone), enabled: isDay && start !== undefined });
  const steps = plan.data ? plannedSteps(plan.data, choices, anew) : [];

  useEffect(() => {
    if (Object.keys(errors).length > 0)
      form.current?.querySelector<HTMLElement>("[aria-invalid=true], [data-invalid=true]")?.focus();
  }, [errors, form]);

  /** Another day has other times around it; what was left out stays left out. */
  function choose(next: string | undefined) {
    setStart(next);
    setAnew({});
    setErrors({});
    setProblem(undefined);
    setChoices((before) =>
      Object.fromEntries(Object.entries(before).filter(([, choice]) => choice === null)),
    );
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isSending) return;
    const missing: Errors = {
      ...(!start && { start: "Please choose a time." }),
      ...(start && !law && { law: "Please tick this if it is so. Without it we cannot ask for a day." }),
    };
    setErrors(missing);
    setProblem(undefined);
    if (Object.keys(missing).length > 0 || !start) return;
    if (!plan.data) return setProblem(onItsWay);
    setSending(true);
    const body = { typeId, start, zone, law, steps: stepsToAsk(steps) };
    const sent = await sendJson<{ bookingId: string }>("/api/arcs", body, {
      key: keyFor(JSON.stringify(body)),
    });
    if (sent.ok) return router.push(`/sessions/${sent.data.bookingId}`);
    setSending(false);
    explain(sent.error, start);
  }

  // The same plan keeps its key, so that pressing twice asks once.
  function keyFor(body: string): string {
    const key = keys.current.get(body) ?? crypto.randomUUID();
    keys.current.set(body, key);
    return key;
  }

  function explain(error: SendError & { steps?: StepPlan[] }, wanted: string) {
    if (error.code !== "taken") return setProblem(error);
    void queries.invalidateQueries({ queryKey: ["slots"] });
    if (error.field !== "steps") {
      setNearest({ wanted, times: error.nearest ?? [] });
      return choose(undefined);
    }
    const fresh = error.steps ?? [];
    const goneOf = (step: Step) => steps.find((one) => one.step === step)?.chosen ?? "";
    setAnew((before) => ({
      ...before,
      ...Object.fromEntries(fresh.map((one) => [one.step, { plan: one, gone: goneOf(one.step) }])),
    }));
    setChoices((before) => ({
      ...before,
      ...Object.fromEntries(fresh.map(({ step }) => [step, undefined])),
    }));
    setProblem({ ...error, message: goneWords(fresh.map(({ step }) => stepWords(step))) });
  }

  return {
    start,
    choose,
    errors,
    problem,
    nearest,
    showAll: () => setNearest(undefined),
    plan,
    steps,
    chooseStep: (step: Step, choice: string | null) =>
      setChoices((before) => ({ ...before, [step]: choice })),
    law,
    setLaw,
    isSending,
    submit,
  };
}
export type Day = ReturnType<typeof useDay>;

function planQuery(type: string, start: string, zone: string) {
  return queryOptions({
    queryKey: ["arc-plan", type, start, zone],
    queryFn: ({ signal }) =>
      askJson<ArcPlan>(`/api/arcs/plan?${new URLSearchParams({ type, start, zone })}`, signal),
    // The same day in another zone is the same plan, so it may stand there until it is said in that zone.
    placeholderData: (before, query) =>
      query?.queryKey[1] === type && query.queryKey[2] === start ? before : undefined,
    staleTime: 60_000,
    refetchOnWindowFocus: false,
    retry: 1,
  });
}
