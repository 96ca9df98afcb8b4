// Lets messages that are waiting be handled before a long piece of work goes on.

export function pause(ms = 0): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
