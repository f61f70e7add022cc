import { optionsOf } from "#lib/questions/answer-words.ts";
import { chosenAs, type FieldProps, nameOf } from "./field-props.ts";

/** One of several answers, or of a multi as many as fit. */
export function ChoiceField({ question, answer, onAnswer, describedBy }: FieldProps) {
  const { key, type } = question;
  const options = optionsOf(question);
  const isShort = type === "yesno" || options.every(({ text }) => text.length < 6);
  const chosen = [answer ?? []].flat();
  const change = (option: string, isOn: boolean) => {
    if (type !== "multi") return onAnswer?.(option);
    // In the order in which they are asked, so that the same answer is the same.
    const kept = options.filter((one) => (one.key === option ? isOn : chosen.includes(one.key)));
    onAnswer?.(kept.length > 0 ? kept.map((one) => one.key) : undefined);
  };
  return (
    <div className={isShort ? "yesno" : `choices choices--tight ${options.length > 4 ? "choices--two" : ""}`}>
      {options.map((option) => (
        <label className="choice" key={option.key}>
          <input
            type={type === "multi" ? "checkbox" : "radio"}
            name={nameOf(key)}
            value={option.key}
            aria-describedby={describedBy}
            {...chosenAs(chosen.includes(option.key), onAnswer)}
            onChange={onAnswer && (({ target }) => change(option.key, target.checked))}
          />
          <span className="choice__name">{option.text}</span>
        </label>
      ))}
    </div>
  );
}
