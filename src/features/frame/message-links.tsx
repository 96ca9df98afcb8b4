import { messagePages } from './places';
import { SectionLinks } from './section-links';

export function MessageLinks() {
  return <SectionLinks label="Encrypted messages" pages={messagePages} />;
}
