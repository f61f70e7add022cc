import { expect, test } from "#tests/support/browser.ts";

test("a visitor finds the way from the home page to help and back", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("main")).toBeVisible();
  await page
    .getByRole("link", { name: /support/i })
    .first()
    .click();
  await expect(page).toHaveURL(/\/support$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/$/);
});

test("both processes answer, and say that they are ready", async ({ portal, request }) => {
  for (const { url } of portal.processes) {
    const answer = await request.get(`${url}/api/health/ready`);
    expect(answer.status()).toBe(200);
  }
});
