"""Plug-ins that no browser has any more, and how pages ask for them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

BY_TYPE: Mapping[str, str] = MappingProxyType(
    {
        "application/x-shockwave-flash": "Flash",
        "application/futuresplash": "Flash",
        "application/x-director": "Shockwave",
        "application/x-java-applet": "Java",
        "application/x-java-bean": "Java",
        "application/x-silverlight": "Silverlight",
        "application/x-silverlight-2": "Silverlight",
        "application/x-mplayer2": "Windows Media Player",
        "application/x-oleobject": "ActiveX",
        "audio/x-pn-realaudio-plugin": "RealPlayer",
    }
)
"""By media type, without parameters."""

BY_CLASS: Mapping[str, str] = MappingProxyType(
    {
        "d27cdb6e-ae6d-11cf-96b8-444553540000": "Flash",
        "166b1bca-3f9c-11cf-8075-444553540000": "Shockwave",
        "8ad9c840-044e-11d1-b3e9-00805f499d93": "Java",
        "dfeaf541-f3e1-4c24-acac-99c30715084a": "Silverlight",
        "6bf52a52-394a-11d3-b153-00c04f79faa6": "Windows Media Player",
        "22d6f312-b0f6-11d0-94ab-0080c74c7e95": "Windows Media Player",
        "cfcdaa03-8be4-11cf-b84b-0020afbbccfa": "RealPlayer",
    }
)
"""By the number after `clsid:` in `classid`."""

BY_ENDING: Mapping[str, str] = MappingProxyType(
    {"swf": "Flash", "dcr": "Shockwave", "xap": "Silverlight"}
)
"""By the ending of a file that nothing else plays."""

FILE_PARAMETERS = ("movie", "src", "source", "filename", "url")
"""Names of `<param>` whose value is the address of the file, in any case."""
