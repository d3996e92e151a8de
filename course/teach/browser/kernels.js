// Lets a page that is loaded again come back as it was, while Python starts. JupyterLab asks a kernel which widgets it has before
// it shows the ones that are saved in a notebook. JupyterLite's kernels give no answer (jupyterlite/jupyterlite#155), and one
// that is being started gives none to any question: "Loading widget…" would stand there for ever. It is an extension of
// JupyterLab, written by hand.
(globalThis._JUPYTERLAB ??= {})["between-the-lines-kernels"] = (() => {
  const QUESTION = "comm_info_request";
  const ALL_STATES = "jupyter.widget.control"; // by what JupyterLab asks a kernel for the states of all its widgets
  const awake = new Set(); // the ids of the kernels that have taken a message: their Python is there
  let shared = null;
  const module = async (name) => {
    const [version] = Object.values(shared[name]);
    return (await version.get())();
  };

  // A kernel that is there tells which widgets it has.
  const letAnswer = ({ prototype: kernel }, { createMessage }) => {
    const { handleMessage } = kernel;
    kernel.handleMessage = async function (message) {
      awake.add(this.id);
      if (message.header.msg_type !== QUESTION) return handleMessage.call(this, message);
      const { session } = message.header;
      const about = { channel: "shell", session, parentHeader: message.header };
      this._busy(message);
      this._parent = message;
      const content = await this.commInfoRequest(message.content);
      this._sendMessage(createMessage({ ...about, msgType: "comm_info_reply", content }));
      this._idle(message);
    };
    const { dispose } = kernel;
    kernel.dispose = function () {
      awake.delete(this.id);
      dispose.call(this);
    };
  };

  // One that is being started has none: that is known without it.
  const answerFor = (connection) => {
    const { createComm, requestCommInfo } = connection;
    connection.requestCommInfo = async (content) =>
      awake.has(connection.id) ? requestCommInfo.call(connection, content) : { content: { status: "ok", comms: {} } };
    connection.createComm = (target, ...rest) => {
      if (target === ALL_STATES && !awake.has(connection.id)) throw new Error("Python is not there yet: it has no widgets.");
      return createComm.call(connection, target, ...rest);
    };
    return connection;
  };

  const activate = ({ serviceManager: { kernels } }) => {
    const connectTo = kernels.connectTo.bind(kernels);
    kernels.connectTo = (options) => answerFor(connectTo(options));
  };

  return {
    init: (scope) => { shared = scope; },
    get: async () => {
      const [{ BaseKernel }, { KernelMessage }] = await Promise.all(["@jupyterlite/kernel", "@jupyterlab/services"].map(module));
      letAnswer(BaseKernel, KernelMessage);
      return () => ({ __esModule: true, default: { id: "between-the-lines-kernels:answers", autoStart: true, activate } });
    },
  };
})();
