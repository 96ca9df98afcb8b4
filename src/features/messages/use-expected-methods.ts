import { useQuery } from '@tanstack/react-query';
import type { ExchangeAdmin } from '~/api/exchange-admin';
import { brandingTemplatesQuery, mailFlowRulesQuery } from '~/api/message-encryption';
import { signInMethods } from '~/domain/messages/sign-in-methods';
import { expectedMethods } from '~/domain/messages/tracking-checks';

/** Sign-in methods recipients can use by the tenant's set-up; all of them where that is not known. */
export function useExpectedMethods(exchange: ExchangeAdmin | undefined): readonly string[] {
  const templates = useQuery(brandingTemplatesQuery(exchange));
  const rules = useQuery(mailFlowRulesQuery(exchange));
  return templates.data && rules.data ? expectedMethods(templates.data, rules.data) : signInMethods;
}
