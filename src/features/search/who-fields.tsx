import { noOptions } from './picker-options';
import { TokenField } from './token-field';
import type { FieldsProps } from './what-fields';

export function WhoFields({ form, issuesOf, onFix }: FieldsProps) {
  return (
    <TokenField
      control={form.control}
      name="users"
      label="Users"
      hint="User principal names. Paste a list. Empty: anyone."
      options={noOptions}
      issues={issuesOf('users')}
      onFix={onFix}
    />
  );
}
