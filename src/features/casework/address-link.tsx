import { Link } from '@fluentui/react-components';
import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';

export interface AddressLinkProps {
  /** Within the portal, as it was when it was kept. */
  readonly address: string;
  readonly children: ReactNode;
}

/** A link to an address that is data: nothing in it is a pattern, and it is not written anew on the way. */
export function AddressLink({ address, children }: AddressLinkProps) {
  const { history } = useRouter();
  return (
    <Link
      href={history.createHref(address)}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        history.push(address);
      }}
    >
      {children}
    </Link>
  );
}
