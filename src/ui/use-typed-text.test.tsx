import { useState } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { sleep } from '~/lib/sleep';
import { useTypedText } from './use-typed-text';

const told: string[] = [];

/** A list whose text arrives back only when it is let in, as slowly as an address under load. */
function Example() {
  const [text, setText] = useState('');
  const { typed, type, tellNow } = useTypedText(text, (next) => told.push(next));
  return (
    <>
      <input aria-label="Box" value={typed} onChange={(event) => type(event.target.value)} onBlur={tellNow} />
      <button type="button" onClick={() => setText(told.at(-1) ?? '')}>
        Let in
      </button>
      <button type="button" onClick={() => setText('someone else')}>
        Go back
      </button>
    </>
  );
}

const box = page.getByRole('textbox', { name: 'Box' });
const letIn = page.getByRole('button', { name: 'Let in' });
const goBack = page.getByRole('button', { name: 'Go back' });

const start = async () => {
  told.length = 0;
  await render(<Example />);
};
/** Pressed by a program, the box keeps the focus. */
const press = (button: typeof letIn) => button.element().dispatchEvent(new MouseEvent('click', { bubbles: true }));
const leave = () => box.element().dispatchEvent(new FocusEvent('focusout', { bubbles: true }));

test('what was typed is told before whatever is pressed next', async () => {
  await start();
  await userEvent.fill(box, 'ada');
  leave();
  expect(told).toEqual(['ada']);
});

test('leaving a box in which nothing waits tells nothing', async () => {
  await start();
  leave();
  expect(told).toEqual([]);
});

test('text that comes back late takes nothing away that was typed since', async () => {
  await start();
  await userEvent.fill(box, 'ad');
  leave();
  await userEvent.fill(box, 'ada');
  press(letIn);
  await expect.element(box).toHaveValue('ada');
  leave();
  expect(told).toEqual(['ad', 'ada']);
});

test('a change made elsewhere stays, whatever waited to be told', async () => {
  await start();
  await userEvent.fill(box, 'ada');
  press(goBack);
  await expect.element(box).toHaveValue('someone else');
  const before = told.length;
  await sleep(400);
  leave();
  expect(told).toHaveLength(before);
});
