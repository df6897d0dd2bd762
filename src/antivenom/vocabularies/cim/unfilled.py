"""CIM's other data models: known by name, and without rows, for no log read here tells of such things.

Names: the CIM manual's list of data models, and Enterprise Security's Risk and Incident_Management. Their fields are
not listed: where there are no rows, every field is missing in all of them.
"""

from __future__ import annotations

from collections.abc import Mapping

EMPTY: Mapping[str, tuple[str, ...]] = {
    "Alerts": ("Alerts",),
    "Application_State": ("All_Application_State",),
    "Certificates": ("All_Certificates",),
    "Change_Analysis": ("All_Changes",),
    "Compute_Inventory": ("All_Inventory",),
    "DLP": ("DLP_Incidents",),
    "Data_Access": ("Data_Access",),
    "Databases": ("All_Databases",),
    "Email": ("All_Email",),
    "Event_Signatures": ("Signatures",),
    "Incident_Management": ("Notable_Events_Meta", "Notable_Events", "Suppressed_Notable_Events"),
    "Interprocess_Messaging": ("All_Interprocess_Messaging",),
    "Intrusion_Detection": ("IDS_Attacks",),
    "JVM": ("JVM",),
    "Malware": ("Malware_Attacks", "Malware_Operations"),
    "Network_Sessions": ("All_Sessions",),
    "Performance": ("All_Performance",),
    "Risk": ("All_Risk",),
    "Splunk_Audit": ("Modular_Actions", "Search_Activity", "Scheduler_Activity", "Web_Service_Errors"),
    "Ticket_Management": ("All_Ticket_Management",),
    "Updates": ("Updates", "Update_Errors"),
    "Vulnerabilities": ("Vulnerabilities",),
    "Web": ("Web", "Web.Proxy", "Web.Storage"),
}
"""Data model -> its root datasets."""
