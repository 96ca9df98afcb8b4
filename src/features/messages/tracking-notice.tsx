import { MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ExchangeAdmin } from '~/api/exchange-admin';
import { portalTrackingQuery } from '~/api/message-encryption';
import { EmptyState } from '~/ui/empty-state';

interface TrackingProps {
  readonly exchange: ExchangeAdmin | undefined;
  /** A link to the page where tracking is set up. */
  readonly setUp: ReactNode;
}

/** Warns while visits go unrecorded. */
export function TrackingNotice({ exchange, setUp }: TrackingProps) {
  const { data: isTracking } = useQuery(portalTrackingQuery(exchange));
  if (isTracking !== false) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>Tracking is off</MessageBarTitle>
        What recipients do in the portal is not recorded now, and cannot be recovered later. A message that looks unopened may
        have been opened.
      </MessageBarBody>
      <MessageBarActions>{setUp}</MessageBarActions>
    </MessageBar>
  );
}

/** Why there is no message, and the likeliest next step. */
export function NoMessages({ exchange, setUp, description }: TrackingProps & { readonly description: ReactNode }) {
  const { data: isTracking } = useQuery(portalTrackingQuery(exchange));
  const reason =
    isTracking === false
      ? 'Tracking is off: what recipients do in the portal is not recorded. Turn it on; what has happened meanwhile cannot be recovered.'
      : isTracking
        ? 'Tracking is on, so nobody came to the portal in this time. New records take 60 to 90 minutes to arrive, some up to a day. Try a longer range.'
        : 'Either nobody came to the portal in this time, or visits are not recorded: that takes tracking, a custom branding template and a mail flow rule that applies it.';
  return (
    <EmptyState
      title={isTracking === false ? 'No visit was recorded: tracking is off' : 'No visit to the portal was recorded'}
      advice={
        <>
          {reason} Looked at: {description}
        </>
      }
      action={setUp}
    />
  );
}
