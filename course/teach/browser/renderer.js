// Draws figures of plotly's that a learner makes, with the script that the site has beside its pages. It is an extension of
// JupyterLab, written by hand: plotly's own brings the script a second time, and every page would fetch it.
(globalThis._JUPYTERLAB ??= {})["between-the-lines-plotly"] = (() => {
  const TYPE = "application/vnd.plotly.v1+json";
  let shared = null;
  const widgets = async () => {
    const [version] = Object.values(shared["@lumino/widgets"]);
    return (await version.get())();
  };
  const extension = async () => {
    const { Widget } = await widgets();
    class Figure extends Widget {
      async renderModel(model) {
        const { data, layout, config } = model.data[TYPE];
        const address = document.getElementById("between-the-lines-plotly").href;
        const { default: Plotly } = await import(address);
        await Plotly.react(this.node, data, { height: 450, ...layout }, { displayModeBar: false, responsive: true, ...config });
      }
      onResize() {
        if (this.node.layout) globalThis.dispatchEvent(new Event("resize"));
      }
    }
    return {
      id: "between-the-lines-plotly:renderer",
      rendererFactory: { safe: true, mimeTypes: [TYPE], createRenderer: () => new Figure() },
      rank: 0,
      dataType: "json",
    };
  };
  return {
    init: (scope) => { shared = scope; },
    get: async () => {
      const made = await extension();
      return () => ({ __esModule: true, default: made });
    },
  };
})();
