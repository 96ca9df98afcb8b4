import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ExchangeAdmin } from '~/api/exchange-admin';
import { brandingTemplatesQuery, mailFlowRulesQuery, portalTrackingQuery } from '~/api/message-encryption';
import {
  type CheckKey,
  nothingKnown,
  type TrackingSettings,
  type TrackingVerdict,
  trackingChecks,
  trackingVerdict,
} from '~/domain/messages/tracking-checks';
import { CommandButton } from '~/ui/command-button';
import { Page } from '~/ui/page';
import { checkScripts } from './check-scripts';
import { type SettingReading, SetupCheck } from './setup-check';
import { RuleTable, TemplateTable } from './setup-tables';
import { TrackingSwitch } from './tracking-switch';
import { Verdict } from './verdict';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, maxWidth: '960px', minWidth: 0 },
  checks: { minWidth: 0 },
});

export interface TrackingSetupProps {
  /** Absent where cmdlets cannot be run from here: then nothing is known, and the PowerShell is handed over. */
  readonly exchange: ExchangeAdmin | undefined;
  /** Links to the other pages about encrypted messages. */
  readonly links?: ReactNode;
}

/** Whether visits to the encrypted message portal can be recorded, and what is missing. */
export function TrackingSetup({ exchange, links }: TrackingSetupProps) {
  return exchange ? <KnownSetup exchange={exchange} links={links} /> : <UnknownSetup links={links} />;
}

function KnownSetup({ exchange, links }: { readonly exchange: ExchangeAdmin; readonly links: ReactNode }) {
  const tracking = useQuery(portalTrackingQuery(exchange));
  const templates = useQuery(brandingTemplatesQuery(exchange));
  const rules = useQuery(mailFlowRulesQuery(exchange));
  const queries = [tracking, templates, rules];
  const settings = { tracking: known(tracking), templates: known(templates), rules: known(rules) };
  const branding = settings.rules?.filter(({ template }) => template !== undefined) ?? [];
  const isFetching = queries.some((query) => query.isFetching);
  return (
    <SetupPage
      links={links}
      actions={
        <CommandButton
          command="Check the set-up again"
          icon={<ArrowClockwiseRegular />}
          disabledFocusable={isFetching}
          onClick={() => void Promise.all(queries.map((query) => query.refetch()))}
        >
          {isFetching ? 'Checking…' : 'Check again'}
        </CommandButton>
      }
      settings={settings}
      verdict={queries.some((query) => query.isPending) ? undefined : trackingVerdict(settings)}
      slots={{
        tracking: {
          reading: tracking,
          detail: tracking.data !== undefined && <TrackingSwitch exchange={exchange} isOn={tracking.data} />,
        },
        template: { reading: templates, detail: settings.templates && <TemplateTable templates={settings.templates} /> },
        rule: {
          reading: rules,
          detail: branding.length > 0 && <RuleTable rules={branding} templates={settings.templates} />,
        },
      }}
    />
  );
}

/** What was read before a failure may no longer be true. */
function known<Value>({ data, isError }: { readonly data: Value | undefined; readonly isError: boolean }): Value | undefined {
  return isError ? undefined : data;
}

function UnknownSetup({ links }: { readonly links: ReactNode }) {
  const detail = ['This portal is not set up to ask Exchange. The PowerShell below finds out, and changes what is missing.'];
  return <SetupPage links={links} settings={nothingKnown} verdict={{ ...trackingVerdict(nothingKnown), detail }} slots={{}} />;
}

interface SetupPageProps {
  readonly links: ReactNode;
  readonly actions?: ReactNode;
  readonly settings: TrackingSettings;
  /** `undefined` while it is being found. */
  readonly verdict: TrackingVerdict | undefined;
  /** Of the checks that are read from here: how that goes, and what is shown of it. */
  readonly slots: Readonly<Partial<Record<CheckKey, { readonly reading: SettingReading; readonly detail: ReactNode }>>>;
}

function SetupPage({ links, actions, settings, verdict, slots }: SetupPageProps) {
  const styles = useStyles();
  return (
    <Page
      title="Tracking set-up"
      about="What has to be in place before the audit log tells who opened an encrypted message."
      actions={actions}
    >
      {links}
      <div className={styles.column}>
        <Verdict verdict={verdict} />
        <div className={styles.checks}>
          {trackingChecks(settings).map((check) => (
            <SetupCheck
              key={check.key}
              check={check}
              reading={slots[check.key]?.reading}
              scripts={checkScripts(check, settings)}
              isOpenAtFirst={settings === nothingKnown}
            >
              {slots[check.key]?.detail}
            </SetupCheck>
          ))}
        </div>
      </div>
    </Page>
  );
}
