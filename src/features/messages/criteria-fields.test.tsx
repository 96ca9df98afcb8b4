import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { criteriaSchema } from '~/domain/messages/message-criteria';
import { CriteriaFields } from './criteria-fields';

function Example() {
  const [criteria, setCriteria] = useState(criteriaSchema.parse({}));
  const isRecipientAlone = criteria.question === 'failedSignIns';
  return (
    <FluentProvider theme={webLightTheme}>
      <CriteriaFields
        criteria={criteria}
        onCriteria={(change) => setCriteria((last) => ({ ...last, ...change }))}
        isRecipientAlone={isRecipientAlone}
      />
      <button type="button" onClick={() => setCriteria((last) => ({ ...last, question: 'failedSignIns' }))}>
        Failed sign-ins
      </button>
    </FluentProvider>
  );
}

test('a recipient that is still being typed when a question is pressed narrows down its answer', async () => {
  await render(<Example />);
  await userEvent.fill(page.getByRole('searchbox', { name: 'Recipient' }), 'ada');
  await userEvent.click(page.getByRole('button', { name: 'Failed sign-ins' }));
  await expect.element(page.getByRole('searchbox', { name: 'Sender' })).not.toBeInTheDocument();
  await expect.element(page.getByRole('searchbox', { name: 'Recipient' })).toHaveValue('ada');
});
