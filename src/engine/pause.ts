// Lets messages that are waiting be handled before a long piece of work goes on. A message to oneself comes behind those that
// are there already; a timer would, after a few of them, wait for milliseconds each time.

export function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
