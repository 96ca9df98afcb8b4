import { workloadName } from '~/domain/workloads';
import { noOptions, workloadOptions } from './picker-options';
import { TokenField } from './token-field';
import type { FieldsProps } from './what-fields';

export function WhereFields({ form, issuesOf, onFix }: FieldsProps) {
  const common = { control: form.control, onFix };
  return (
    <>
      <TokenField
        {...common}
        name="objects"
        label="File, folder, or site"
        hint="A full address, a site with /*, or * and a file name."
        options={noOptions}
        keepsCommas
        issues={issuesOf('objects')}
      />
      <TokenField
        {...common}
        name="workloads"
        label="Workloads"
        hint="The services where it happened. Empty: all."
        options={workloadOptions}
        labelOf={workloadName}
        issues={issuesOf('workloads')}
      />
      <TokenField
        {...common}
        name="ipAddresses"
        label="IP addresses"
        hint="IPv4 or IPv6, single or as a range such as 203.0.113.0/24."
        options={noOptions}
        issues={issuesOf('ipAddresses')}
      />
    </>
  );
}
