import type { Page } from "@playwright/test";

let people = 0;
export const newAddress = () => `visitor-${process.pid}-${++people}@example.org`;

/** A free time that no other test of this worker takes: each goes to a day and a place in it of its own. */
export async function chooseTime(page: Page, kind = "First conversation", weeksOn = 0) {
  await page.goto("/book");
  await page.getByRole("radio", { name: new RegExp(`^${kind}`) }).check();
  for (let week = 0; week < weeksOn; week++) await page.getByRole("button", { name: "Week after" }).click();
  const time = page
    .getByRole("group", { name: /^Times on/ })
    .getByRole("radio")
    .first();
  await time.check({ force: true });
  return (await time.getAttribute("value")) ?? "";
}

export async function tellWho(page: Page, address: string) {
  await page.getByLabel("What should Sergio call you?").fill("Alex");
  await page.getByLabel("Email").fill(address);
  await page.getByLabel("I am an adult.").check();
}

export const hold = (page: Page) => page.getByRole("button", { name: "Hold this time" }).click();
