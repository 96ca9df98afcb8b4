import { dayMs, hourMs, minuteMs } from './time';
import { counted } from './words';

/** How much later something was, in its two largest units, rounded down: `12 min later`, `2 h 5 min later`, `3 days later`. */
export function gapWords(ms: number): string {
  if (ms < 1000) return 'At the same time';
  const seconds = Math.floor(ms / 1000);
  if (ms < minuteMs) return `${seconds} s later`;
  if (ms < hourMs) return `${Math.floor(ms / minuteMs)} min later`;
  const [days, hours, minutes] = [
    Math.floor(ms / dayMs),
    Math.floor((ms % dayMs) / hourMs),
    Math.floor((ms % hourMs) / minuteMs),
  ];
  const parts = days > 0 ? [counted(days, 'day'), hours > 0 && `${hours} h`] : [`${hours} h`, minutes > 0 && `${minutes} min`];
  return `${parts.filter(Boolean).join(' ')} later`;
}
