import type { ShippedText } from "./text.ts";

/** How two people treat each other on the day, and what keeps it safe. */
export const onTheDay: readonly ShippedText[] = [
  {
    topic: "touch",
    title: "About touch",
    body: `**In short: there is no touch, unless you choose it here.**

Without your choice {coach} does not touch you. If you want it otherwise, you say so now, not on the day.

The most that can be chosen is this: a hug that you ask for, or a hand that rests on your hand, your foot or your shoulder. {coach} asks each time before it happens. Nothing is added to it on the day.

Your “no” ends it at once, in words or with a sign. You never have to explain. You can change your choice here whenever you like before the day.

If somebody has to keep you from being hurt, such as when you fall, {coach} may hold you for that moment only.`,
  },
  {
    topic: "no_sexual_contact",
    title: "No sexual or romantic contact",
    body: `**In short: never, before, during or after.**

{coach} will not have sexual or romantic contact with you. That holds before the day, during it, and after it, and it does not end when our work ends. It holds even if you ask for it.

{coach} will not press you about money, and will not ask you for gifts, loans or favours.

If {coach} and you know each other in some other way too, such as through work or friends, {coach} says so openly, and you both look at whether this work is wise.

If any of this is broken, it is not your fault. “If something is not right”, another topic here, says where you can turn.`,
  },
  {
    topic: "who_is_there",
    title: "Who is there",
    body: `**In short: only people you know of, and nothing is recorded.**

Before the day {coach} tells you who will be in the place, and what each of them is there for. Nobody else comes in. If somebody has to be added, you are asked first. If you do not want it, you can choose another day.

No sound, pictures or film are made, by {coach} or by you. If one of us wants that, we both agree to it in writing and apart from this, before the day.`,
  },
  {
    topic: "safety_plan",
    title: "Keeping you safe on the day",
    body: `**In short: you name somebody to call, you do not drive, and help is called when it is needed.**

Before the day you write a plan here. It names a person whom {coach} may call, and how you get home. It also says who is near you that night.

You do not drive that day, not even if you feel well. Please do not ride a bike in traffic either.

{coach} calls the emergency services when your life or health may be in danger, or somebody else’s. {coach} does so even if you would rather not, and then calls the person in your plan.

Please tell {coach} the truth about your health. What {coach} does not know, {coach} cannot plan for.`,
  },
  {
    topic: "law",
    title: "The law where you are",
    body: `**In short: you look after the law where you are, and {coach} supplies nothing.**

Laws on psychedelics differ by country, state and city, and they change. Nothing here is legal or medical advice. It is up to you to know and follow the law where you are. If you are not sure, ask a lawyer there.

{coach} does not supply, sell or find any substance for you, does not help you get one, and does not advise on amounts. Days like this are offered only in places where they are lawful.`,
  },
  {
    topic: "fees",
    title: "Fees, changes and cancelling",
    body: `**In short: you know what it costs before you book, and you may cancel.**

The page where you book, and the page of each session, say what {coach} has set about fees. You pay {coach} directly. The portal takes no money and keeps no card.

You can move or cancel a session here for some time before it begins; its page says until when. After that, write to {coach}. You need no reason. A late change may still cost what the sentence about fees says.

If {coach} has to cancel, you choose another time or have your money back.`,
  },
];
