"""What the widgets of the course look like on the page, where ipywidgets needs help."""

OPTIONS_CLASS = "btl-options"
STYLE = f"""<style>
.{OPTIONS_CLASS} label {{ white-space: normal; height: auto; line-height: 1.4; width: auto; }}
.{OPTIONS_CLASS}.widget-textarea {{ flex-direction: column; align-items: stretch; }}
.{OPTIONS_CLASS}.widget-textarea label {{ text-align: left; font-size: 15px; max-width: none; }}
.{OPTIONS_CLASS} .widget-label-basic {{ display: flex; align-items: flex-start; margin: 2px 0; }}
.{OPTIONS_CLASS} .widget-label-basic input {{ margin-top: 3px; flex: none; }}
</style>"""
"""What ipywidgets lacks: labels of more than one line, which are not cut off."""
