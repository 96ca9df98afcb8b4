import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { TokenOption } from './token-filter';
import { TokenPicker, type TokenPickerProps } from './token-picker';

const many: readonly TokenOption[] = Array.from({ length: 683 }, (_, number) => ({
  value: `Type${number}`,
  label: `Type ${number}`,
  detail: number === 154 ? 'Encrypted message portal' : `About ${number}`,
  group: number < 300 ? 'First' : 'Second',
  keywords: [String(number)],
}));

function Example({ options = many, acceptsOthers = true, ...props }: Partial<TokenPickerProps>) {
  const [values, setValues] = useState<string[]>([]);
  return (
    <FluentProvider theme={webLightTheme}>
      <span id="types">Types</span>
      <TokenPicker
        aria-labelledby="types"
        {...props}
        label="Types"
        options={options}
        acceptsOthers={acceptsOthers}
        values={values}
        onChange={setValues}
      />
      <output aria-label="Values">{values.join('|')}</output>
      <button type="button">Next</button>
    </FluentProvider>
  );
}

const input = page.getByRole('combobox', { name: 'Types' });
const values = page.getByRole('status', { name: 'Values' });

async function paste(text: string) {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text', text);
  document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}

test('finds an option by its number and takes it with the keyboard', async () => {
  await render(<Example />);
  await userEvent.click(input);
  await userEvent.keyboard('154{Enter}');
  await expect.element(values).toHaveTextContent('Type154');
  await expect.element(page.getByRole('button', { name: 'Remove Type 154' })).toBeInTheDocument();
});

test('points at the first match while one types, and Enter takes it', async () => {
  await render(<Example />);
  await userEvent.click(input);
  await expect.element(input).not.toHaveAttribute('aria-activedescendant');
  await userEvent.keyboard('encryp');
  const first = page.getByRole('option', { name: 'Type 154' });
  await expect.element(input).toHaveAttribute('aria-activedescendant', first.element().id);
  await userEvent.keyboard('{Enter}');
  await expect.element(values).toHaveTextContent(/^Type154$/);
  await expect.element(input).toHaveValue('');
  await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
});

test('takes the first match with Ctrl+Enter too, and never unchooses by typing', async () => {
  await render(<Example />);
  await userEvent.click(input);
  await userEvent.keyboard('encryp{Control>}{Enter}{/Control}');
  await expect.element(values).toHaveTextContent(/^Type154$/);
  await userEvent.keyboard('encryp{Enter}');
  await expect.element(values).toHaveTextContent(/^Type154$/);
});

test('offers what is typed as the last option, by that name', async () => {
  await render(<Example />);
  await userEvent.click(input);
  await userEvent.keyboard('encryp');
  const asTyped = page.getByRole('option', { name: 'Add “encryp” as typed' });
  await expect.element(asTyped).toHaveAttribute('aria-posinset', '2');
  await userEvent.keyboard('{ArrowUp}');
  await expect.element(input).toHaveAttribute('aria-activedescendant', asTyped.element().id);
  await userEvent.keyboard('{Enter}');
  await expect.element(values).toHaveTextContent(/^encryp$/);
  await userEvent.keyboard('encryp');
  await userEvent.keyboard('{Backspace}te');
  await userEvent.click(page.getByRole('option', { name: 'Add “encryte” as typed' }));
  await expect.element(values).toHaveTextContent(/^encryp\|encryte$/);
});

test('has no other way to add what an option is called, and none in a closed list', async () => {
  const { rerender } = await render(<Example />);
  await userEvent.fill(input, 'type 7');
  await expect.element(page.getByRole('option', { name: 'Type 7', exact: false }).first()).toBeVisible();
  await expect.element(page.getByRole('option', { name: /as typed$/ })).not.toBeInTheDocument();
  await rerender(<Example acceptsOthers={false} />);
  await userEvent.fill(input, 'nonsense');
  await expect.element(page.getByText('Nothing found.')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(input).toHaveValue('nonsense');
});

test('takes nothing on leaving, loses nothing, and says how it is chosen', async () => {
  await render(<Example />);
  await userEvent.click(input);
  await userEvent.keyboard('encryp{Tab}');
  await expect.element(page.getByRole('button', { name: 'Next' })).toHaveFocus();
  await expect.element(values).toHaveTextContent(/^$/);
  await expect.element(input).toHaveValue('encryp');
  await expect.element(input).toHaveAccessibleDescription('Typed, not chosen yet: Enter takes “Type 154”.');
  expect(input.element()).toHaveProperty('validity.valid', false);
  await userEvent.click(input);
  await userEvent.keyboard('{Enter}');
  await expect.element(values).toHaveTextContent(/^Type154$/);
  expect(input.element()).toHaveProperty('validity.valid', true);
});

test('finds an option by its description and takes it with the mouse', async () => {
  await render(<Example />);
  await userEvent.fill(input, 'encrypted portal');
  await userEvent.click(page.getByRole('option', { name: 'Type 154' }));
  await expect.element(values).toHaveTextContent('Type154');
  await expect.element(input).toHaveFocus();
  await expect.element(page.getByRole('option', { name: 'Type 154' })).not.toBeInTheDocument();
});

test('means an option by an exact spelling of it', async () => {
  await render(<Example />);
  await userEvent.click(input);
  await userEvent.keyboard('type 7{Enter}');
  await expect.element(values).toHaveTextContent('Type7');
});

test('adds what no option matches with Enter', async () => {
  await render(<Example />);
  await userEvent.click(input);
  await userEvent.keyboard('Odd one{Enter}154, another; 7{Enter}');
  await expect.element(values).toHaveTextContent('Odd one|Type154|another|Type7');
});

test('without options it adds what is typed with Enter and on leaving', async () => {
  await render(<Example options={[]} />);
  await userEvent.click(page.getByRole('textbox', { name: 'Types' }));
  await userEvent.keyboard('One{Enter}Another{Tab}');
  await expect.element(values).toHaveTextContent('One|Another');
});

test('takes a pasted list, known by any spelling or not, each once', async () => {
  await render(<Example />);
  await userEvent.click(input);
  await paste('154; Type 7\nsomething.new,"a, b"\ttype 7');
  await expect.element(values).toHaveTextContent('Type154|Type7|something.new|a, b');
});

test('leaves what a closed list does not know to be corrected', async () => {
  await render(<Example acceptsOthers={false} />);
  await userEvent.click(input);
  await paste('154, nonsense');
  await expect.element(values).toHaveTextContent('Type154');
  await expect.element(input).toHaveValue('nonsense');
});

test('keeps commas in what is typed where values may have them', async () => {
  await render(<Example options={[]} keepsCommas />);
  await userEvent.click(page.getByRole('textbox', { name: 'Types' }));
  await userEvent.keyboard('Smith, John.docx{Enter}');
  await expect.element(page.getByRole('button', { name: 'Remove Smith, John.docx' })).toBeInTheDocument();
});

test('removes the last with Backspace and any other with the arrows', async () => {
  await render(<Example />);
  await userEvent.click(input);
  await paste('a,b,c');
  await userEvent.keyboard('{Backspace}');
  await expect.element(values).toHaveTextContent('a|b');
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
  await expect.element(page.getByRole('button', { name: 'Remove a' })).toHaveFocus();
  await userEvent.keyboard('{Delete}');
  await expect.element(values).toHaveTextContent('b');
  await expect.element(input).toHaveFocus();
});

test('unchooses an option that is chosen again', async () => {
  await render(<Example />);
  await userEvent.click(input);
  await userEvent.click(page.getByRole('option', { name: 'Type 0' }));
  await expect.element(page.getByRole('option', { name: 'Type 0' })).toHaveAttribute('aria-selected', 'true');
  await userEvent.click(page.getByRole('option', { name: 'Type 0' }));
  await expect.element(page.getByRole('option', { name: 'Type 0' })).toHaveAttribute('aria-selected', 'false');
});

test('puts a long list on the page in slices and tells its full length', async () => {
  await render(<Example />);
  await userEvent.click(input);
  await expect.element(page.getByRole('option', { name: 'Type 0' })).toHaveAttribute('aria-setsize', '683');
  expect(page.getByRole('option').elements()).toHaveLength(60);
  await userEvent.keyboard('{PageDown>7/}');
  await expect.element(page.getByRole('option', { name: 'Type 69' })).toBeVisible();
});

test('closes with Escape and keeps what was typed', async () => {
  await render(<Example />);
  await userEvent.click(input);
  await userEvent.keyboard('Type 1{Escape}');
  await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
  await expect.element(input).toHaveValue('Type 1');
  await expect.element(input).toHaveAttribute('aria-expanded', 'false');
});
