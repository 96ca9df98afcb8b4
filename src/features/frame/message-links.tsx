import { SectionLinks } from './section-links';

export function MessageLinks() {
  return (
    <SectionLinks
      label="Encrypted messages"
      pages={[
        { to: '/messages', label: 'Tracked messages' },
        { to: '/messages/set-up', label: 'Tracking set-up' },
      ]}
    />
  );
}
